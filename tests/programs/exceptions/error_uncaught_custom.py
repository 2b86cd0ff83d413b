class AppError(Exception):
    pass

def run():
    raise AppError("no luck", 7)

print("start")
run()
