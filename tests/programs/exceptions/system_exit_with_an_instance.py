class Reason:
    def __repr__(self):
        return f"Reason({self.why!r})"


reason = Reason()
reason.why = "enough"
raise SystemExit(reason)
