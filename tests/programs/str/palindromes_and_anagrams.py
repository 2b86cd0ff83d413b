def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]

print([is_palindrome(t) for t in ("A man, a plan, a canal: Panama", "abc", "", "x")])
groups = {}
for word in ["tea", "eat", "tan", "ate", "nat", "bat"]:
    groups.setdefault("".join(sorted(word)), []).append(word)
print(groups)
