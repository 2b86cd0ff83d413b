import textwrap

text = "The quick brown fox jumped over the lazy dog, and then it slept for averyveryverylongtimeindeed."
print(textwrap.fill(text, 20))
print(textwrap.wrap(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("", 10), textwrap.wrap("one", 10))
print(textwrap.dedent("\n    a\n      b\n\n    c\n"), end="|\n")
print(textwrap.dedent("  a\n\tb\n"), end="|\n")
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "> ", lambda line: True))
print(textwrap.shorten("Hello  world, how are you?", 18), textwrap.shorten("short", 10), textwrap.shorten("Hello world", 7, placeholder="..."))
