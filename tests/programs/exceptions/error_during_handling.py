def load(table, key):
    try:
        return table[key]
    except KeyError:
        return table["default"]

load({}, "name")
