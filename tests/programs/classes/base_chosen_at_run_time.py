class Loud:
    def say(self):
        return "LOUD"

class Quiet:
    def say(self):
        return "quiet"

for base in (Loud, Quiet):
    class Speaker(base):
        def say(self):
            return super().say() + "!"
    print(Speaker().say(), isinstance(Speaker(), Loud))
