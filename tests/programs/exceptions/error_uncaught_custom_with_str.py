class Coded(ValueError):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"code {self.code}"

raise Coded(42)
