a = [3, 1, 2]
print(a.append(4), a, a.extend([5, 6]), a, a.insert(0, "x"), a, a.insert(-1, "y"), a,
      a.insert(100, "z"), a)
print(a.pop(), a.pop(0), a.pop(-2), a, a.remove(1), a, a.index(4), a.count(4), a.reverse(), a,
      a.copy() == a, a.copy() is a)
print(a.clear(), a)
a.extend("ab")
a.extend({1: 2})
a.extend(x for x in range(2))
print(a)
