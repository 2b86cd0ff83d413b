a = list(range(10))
print(a[-1], a[-10], a[2:5], a[-3:], a[:-7], a[::3], a[::-3], a[8:2:-2], a[5:5], a[7:3],
      a[-100:100], a[20:], a[:], a[:] is a)
print(a[3::-1], a[:3:-1], a[-2:-8:-2], a[True], a[0:True], a[::100], a[::-100])
for bad in (10, -11):
    try:
        a[bad]
    except IndexError as e:
        print(e)
