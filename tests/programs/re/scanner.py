import re

scanner = re.compile(r"(?P<WORD>\w+)|(?P<SPACE>\s+)").scanner("ab cd!")
print([(match.lastgroup, match.group()) for match in iter(scanner.match, None)])
scanner = re.compile(r"\d*").scanner("1a22")
print([match.span() for match in iter(scanner.search, None)])
