class Failing:
    def __str__(self):
        raise ValueError("cannot say")


raise TypeError(Failing())
