class AppError(Exception):
    pass

class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__(f"{name} not found")
        self.name = name
        self.code = code

class Described(AppError):
    def __str__(self):
        return f"described with {self.args}"

for make in (lambda: AppError("plain", 1), lambda: NotFound("page"), lambda: Described(1, 2),
             lambda: NotFound("x", code=5)):
    try:
        raise make()
    except NotFound as e:
        print("NotFound", e, e.name, e.code, e.args, repr(e))
    except AppError as e:
        print(type(e).__name__, e, e.args, repr(e))
print(isinstance(NotFound("a"), AppError), isinstance(NotFound("a"), LookupError))
