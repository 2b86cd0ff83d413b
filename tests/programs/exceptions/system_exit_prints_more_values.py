raise SystemExit(1, "two", [3.5])
