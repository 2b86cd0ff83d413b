text = "abc"
text[0] = "x"
