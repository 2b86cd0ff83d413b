value = 3
print(f"{value:d}")
print(f"{value:y}")
