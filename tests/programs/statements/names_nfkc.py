# Names are the same if they are in Unicode's form NFKC.
ﬁrst = 1
print(first)

ℌ = 2
print(H, 𝕳)


def café(µ):
    return μ


print(café(3))
