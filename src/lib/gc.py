"""The collector of objects that refer to each other in a circle: there is none here. They go when their run
ends; all others go with their last reference."""

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
callbacks, garbage = [], []
_state = {"is_enabled": True, "threshold": (2000, 10, 0), "debug": 0}


def enable():
    _state["is_enabled"] = True


def disable():
    _state["is_enabled"] = False


def isenabled():
    return _state["is_enabled"]


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return 0


def get_count():
    return (0, 0, 0)


def get_threshold():
    return _state["threshold"]


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    _state["threshold"] = (threshold0, threshold1, threshold2)


def get_debug():
    return _state["debug"]


def set_debug(flags, /):
    _state["debug"] = flags


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, str, bytes, type(None)))


def is_finalized(obj, /):
    return False


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"gc.{name} is not supported by the playground: nobody keeps a list of all objects")

    return refuse


get_objects, get_referrers, get_referents = _refused("get_objects"), _refused("get_referrers"), _refused("get_referents")
