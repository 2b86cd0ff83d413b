print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (0.5).as_integer_ratio())
