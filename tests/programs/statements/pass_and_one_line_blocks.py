if True: print("one"); print("two")
for i in range(3): pass
while i: i -= 1
print(i)
class Empty: pass
def nothing(): pass
def same(x): return x
print(nothing(), same(5), type(Empty()).__name__)
try: raise ValueError
except ValueError: print("caught")
finally: print("finally")
