for kinds in ((ValueError, (KeyError, TypeError)), (KeyError, (ValueError,)), (ValueError, 5), (), (KeyError, ())):
    try:
        try:
            raise KeyError(1)
        except kinds:
            print("caught")
    except TypeError as error:
        print(error)
    except KeyError:
        print("not caught")
