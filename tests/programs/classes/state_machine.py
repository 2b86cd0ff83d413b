class Door:
    def __init__(self):
        self.state = "closed"
        self.log = []

    def go(self, action):
        moves = {("closed", "open"): "opened", ("opened", "close"): "closed"}
        key = (self.state, action)
        if key not in moves:
            self.log.append(f"cannot {action} when {self.state}")
            return False
        self.state = moves[key]
        return True

d = Door()
print([d.go(a) for a in ("open", "open", "close", "kick")], d.state, d.log)
