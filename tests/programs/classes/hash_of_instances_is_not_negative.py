class Thing:
    def act(self):
        pass


things = [Thing() for _ in range(20)]
print(all(hash(thing) > 0 for thing in things), len({hash(thing) for thing in things}))
print(hash(Thing) > 0, hash(print) > 0, hash(len) == hash(len), hash(things[0].act) == hash(things[0].act))
print(len(set(things)), things[3] in set(things))
