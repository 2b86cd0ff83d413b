error = ValueError("first")
print(error.add_note("a note"), error.with_traceback(None) is error)
try:
    error.add_note(5)
except TypeError as wrong:
    print(wrong)
try:
    error.with_traceback(5)
except TypeError as wrong:
    print(wrong)
print(str(error), repr(error), error.args)
