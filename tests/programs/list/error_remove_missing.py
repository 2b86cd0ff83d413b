names = ["ann"]
names.remove("bob")
