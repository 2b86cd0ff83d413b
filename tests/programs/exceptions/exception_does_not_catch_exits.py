for cls in (KeyboardInterrupt, SystemExit, GeneratorExit):
    try:
        try:
            raise cls("out")
        except Exception:
            print("never")
    except BaseException as e:
        print(repr(e))
try:
    raise KeyboardInterrupt
except:
    print("bare except catches all")
