import hashlib
for f in (lambda: hashlib.sha256("text"), lambda: hashlib.sha256(5),
          lambda: hashlib.sha256(b"").update("x"), lambda: hashlib.sha256(None)):
    try:
        f()
    except TypeError as e:
        print(e)
