class Quit(SystemExit):
    def __init__(self, code, why):
        super().__init__(why)
        self.code = code

    def __str__(self):
        return "never asked"


q = Quit(None, "tired")
print(q.code, q.args)
q.code = {"why": q.args}
print(q.code)
raise q
