class Text:
    def __str__(self):
        return "text"


assert False, Text()
