# Making a class is done where its statement stands, in no frame of its own.

class Base:
    pass


class Told:
    def __init_subclass__(cls, **keywords):
        raise ValueError(f"{cls.__name__} {keywords}")


def keyword():
    class Child(Base, tag=1):
        x = 1

        def method(self):
            pass


def told():
    @staticmethod
    class Child(Told, tag=1):
        pass


def body():
    class Child(Base):
        x = 1
        y = missing


for function in (keyword, told, body):
    try:
        function()
    except Exception as error:
        place = error.__traceback__
        while place is not None:
            print(place.tb_lineno, place.tb_frame.f_code.co_name)
            place = place.tb_next
        print(type(error).__name__, error)
