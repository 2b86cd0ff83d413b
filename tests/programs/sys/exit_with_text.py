import sys

for value in [(), (None,), (3,), ("text",), ((1, 2),)]:
    try:
        sys.exit(*value)
    except SystemExit as error:
        print(error.args, error.code)
sys.exit("that was it")
