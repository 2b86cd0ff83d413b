import keyword

print(keyword.kwlist)
print(keyword.iskeyword("async"), keyword.iskeyword("print"), keyword.issoftkeyword("match"), keyword.issoftkeyword("if"))
