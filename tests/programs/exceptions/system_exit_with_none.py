raise SystemExit(None) from ValueError("hidden")
