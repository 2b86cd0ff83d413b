class Box:
    def __iter__(self):
        print("iter called")
        return iter([1, 2])


made = [map(str, Box()), filter(None, Box()), zip(Box(), "ab"), enumerate(Box(), 5), zip(Box(), strict=True)]
print("made")
print([list(each) for each in made])
for make in (
    lambda: map(str, 5),
    lambda: map(str, [1], 5),
    lambda: filter(None, 5),
    lambda: zip([1], None),
    lambda: zip(Box(), 5),
    lambda: enumerate(5),
    lambda: map(),
    lambda: map(str),
    lambda: filter(None),
    lambda: iter(5, 6),
    lambda: reversed(Box()),
):
    try:
        print(make())
    except TypeError as error:
        print(error)


class Sized:
    def __len__(self):
        print("len called")
        return 2

    def __getitem__(self, index):
        return index * 10


backwards = reversed(Sized())
print("made")
print([item for item in backwards], type(backwards).__name__)
