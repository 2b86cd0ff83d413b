undefined(print("never"))
