import itertools
import textwrap

TEXT = (
    "The well-known so--called state-of-the-art e-mail, it's U.S.A. -- (a-bc) multi-threading: "
    "\tsupercalifragilisticexpialidocious! \"Quoted.\" don't 3-4 x-1 --help\n  www.example.com/a-b hi--"
)
OPTIONS = {
    "initial_indent": "* ",
    "subsequent_indent": "    ",
    "expand_tabs": False,
    "replace_whitespace": False,
    "fix_sentence_endings": True,
    "break_long_words": False,
    "drop_whitespace": False,
    "break_on_hyphens": False,
    "max_lines": 3,
}
for width in (12, 33, 70):
    print(textwrap.wrap(TEXT, width))
    for names in itertools.combinations(OPTIONS, 2):
        print(names, textwrap.wrap(TEXT, width, **{name: OPTIONS[name] for name in names}))
wrapper = textwrap.TextWrapper(width=30, placeholder="...")
print(wrapper.fill(TEXT))
wrapper.max_lines = 2
print(wrapper.fill(TEXT))
for width in (5, 20, 40):
    print(textwrap.shorten(TEXT, width), "|", textwrap.shorten(TEXT, width, placeholder=".."))
for width, options in ((0, {}), (3, {"max_lines": 1})):
    try:
        print(textwrap.wrap(TEXT, width, **options))
    except ValueError as error:
        print(error)
