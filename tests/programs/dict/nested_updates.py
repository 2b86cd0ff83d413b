config = {"db": {"host": "h", "ports": [1]}, "n": 0}
config["db"]["ports"].append(2)
config["db"]["user"] = "u"
config["n"] += 1
copy = dict(config)
copy["db"]["host"] = "changed"
copy["n"] = 99
print(config, copy["n"], config["db"] is copy["db"])
del config["db"]["ports"][0]
print(config)
