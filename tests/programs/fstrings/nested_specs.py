width, precision, fill, kind = 10, 3, "*", "e"
value = 3.14159
print(f"[{value:{width}}] [{value:{width}.{precision}}] [{value:{fill}>{width}.{precision}f}]")
print(f"[{value:.{precision}{kind}}] [{42:{'0'}{8}b}] [{'x':{fill}^{width}}]")
print(f"[{'ab':{'>' if width > 5 else '<'}{width // 2}}]")
