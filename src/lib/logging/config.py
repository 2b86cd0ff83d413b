"""Loggers, handlers and formats as one dict says."""

import sys
from logging import (
    Filter,
    Formatter,
    NullHandler,
    StreamHandler,
    _handlers,
    _level,
    _loggers,
    getLogger,
    root,
)
from logging._files import FileHandler
from logging.handlers import MemoryHandler, QueueHandler, RotatingFileHandler, TimedRotatingFileHandler

_CLASSES = {
    "logging.FileHandler": FileHandler,
    "logging.Filter": Filter,
    "logging.Formatter": Formatter,
    "logging.NullHandler": NullHandler,
    "logging.StreamHandler": StreamHandler,
    "logging.handlers.MemoryHandler": MemoryHandler,
    "logging.handlers.QueueHandler": QueueHandler,
    "logging.handlers.RotatingFileHandler": RotatingFileHandler,
    "logging.handlers.TimedRotatingFileHandler": TimedRotatingFileHandler,
}


def dictConfig(config):
    """`config` has version 1, and what is to be made by name."""
    if config.get("version") != 1:
        raise ValueError("dictionary doesn't specify a version" if "version" not in config else f"Unsupported version: {config['version']}")
    if config.get("incremental"):
        for name, part in config.get("handlers", {}).items():
            if "level" in part and name in _handlers:
                _handlers[name].setLevel(_level(part["level"]))
    else:
        made = _Made(config)
        if config.get("disable_existing_loggers", True):
            kept = list(config.get("loggers", {}))
            for name, logger in _loggers.items():
                if not any([name == each or name.startswith(each + ".") for each in kept]):
                    logger.disabled = True
    for name, part in config.get("loggers", {}).items():
        logger = getLogger(name)
        logger.disabled = False
        if part.get("propagate") is not None:
            logger.propagate = part["propagate"]
        _set_up(logger, part, None if config.get("incremental") else made)
    if "root" in config:
        _set_up(root, config["root"], None if config.get("incremental") else made)


def _set_up(logger, part, made):
    try:
        _apply(logger, part, made)
    except Exception as error:
        name = "root logger" if logger is root else f"logger {logger.name!r}"
        raise ValueError(f"Unable to configure {name}") from error


def _apply(logger, part, made):
    if part.get("level") is not None:
        logger.setLevel(_level(part["level"]))
    if made is None:
        return
    for handler in logger.handlers.copy():
        logger.removeHandler(handler)
    for name in part.get("handlers", ()):
        logger.addHandler(made.handler(name))
    for name in part.get("filters", ()):
        logger.addFilter(made.filter(name))


class _Made:
    """What a configuration has made so far, by name."""

    def __init__(self, config):
        self._config, self._known = config, {}
        for name in config.get("handlers", {}):
            self.handler(name)

    def _make(self, kind, name, make):
        if (kind, name) not in self._known:
            parts = self._config.get(kind, {})
            if name not in parts:
                raise ValueError(f"Unable to configure {kind[:-1]} {name!r}")
            try:
                self._known[kind, name] = make(dict(parts[name]))
            except Exception as error:
                raise ValueError(f"Unable to configure {kind[:-1]} {name!r}") from error
        return self._known[kind, name]

    def formatter(self, name):
        return self._make("formatters", name, self._new_formatter)

    def _new_formatter(self, part):
        if "()" in part:
            return self._new_custom(part)
        make = _found(part.get("class", "logging.Formatter"))
        return make(part.get("format"), part.get("datefmt"), part.get("style", "%"))

    def filter(self, name):
        if not isinstance(name, str):
            return name
        return self._make("filters", name, lambda part: self._new_custom(part) if "()" in part else Filter(part.get("name", "")))

    def handler(self, name):
        handler = self._make("handlers", name, self._new_handler)
        handler.name = name
        return handler

    def _new_handler(self, part):
        level, formatter = part.pop("level", None), part.pop("formatter", None)
        filters = part.pop("filters", ())
        if "()" in part:
            handler = self._new_custom(part)
        else:
            make = _found(part.pop("class"))
            if isinstance(part.get("target"), str):
                part["target"] = self.handler(part["target"])
            handler = make(**{key: _value(value) for key, value in part.items() if key.isidentifier()})
        if formatter:
            handler.setFormatter(self.formatter(formatter))
        if level is not None:
            handler.setLevel(_level(level))
        for each in filters:
            handler.addFilter(self.filter(each))
        return handler

    def _new_custom(self, part):
        make = _found(part.pop("()"))
        more = part.pop(".", {})
        made = make(**{key: _value(value) for key, value in part.items() if key.isidentifier()})
        for name, value in more.items():
            setattr(made, name, value)
        return made


def _found(name):
    """A class or function, which may be named by its module and name."""
    if callable(name):
        return name
    if name in _CLASSES:
        return _CLASSES[name]
    module, _, member = name.rpartition(".")
    try:
        return getattr(sys.modules["__main__" if module in ("", "__main__") else module], member)
    except (KeyError, AttributeError) as error:
        raise ValueError(f"Cannot resolve {name!r}: {error}") from error


def _value(value):
    """`ext://` names something of a module."""
    if isinstance(value, str) and value.startswith("ext://"):
        name = value.removeprefix("ext://")
        streams = {"sys.stdout": sys.stdout, "sys.stderr": sys.stderr}
        return streams[name] if name in streams else _found(name)
    return value


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise NotImplementedError("logging.config.fileConfig is not supported by the playground: use dictConfig")


def listen(port=9030, verify=None):
    raise NotImplementedError("logging.config.listen is not supported by the playground: there is no network here")
