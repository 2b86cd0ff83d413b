import io
import logging
import logging.config

out = io.StringIO()


class OnlyEven(logging.Filter):
    def filter(self, record):
        return record.args[0] % 2 == 0 if record.args else True


class Audit(logging.Logger):
    def audit(self, message):
        self.log(25, message)


logging.addLevelName(25, "AUDIT")
logging.setLoggerClass(Audit)
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "short": {"format": "%(levelname)s %(name)s %(message)s"},
        "braces": {"format": "{levelname:>8}|{message}", "style": "{"},
    },
    "filters": {"even": {"()": OnlyEven}, "app": {"name": "app"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "stream": out, "formatter": "short", "level": "INFO", "filters": ["even"]},
        "app": {"class": "logging.StreamHandler", "stream": out, "formatter": "braces", "filters": ["app"]},
    },
    "root": {"level": "DEBUG", "handlers": ["out"]},
    "loggers": {"app": {"handlers": ["app"], "level": "WARNING", "propagate": False}, "quiet": {"level": 40}},
})
root, app, quiet = logging.getLogger(), logging.getLogger("app.part"), logging.getLogger("quiet")
for number in (1, 2):
    root.info("number %d", number)
root.debug("no")
app.warning("of the app")
app.info("no")
quiet.warning("no")
quiet.error("yes")
logging.getLogger("later").audit("seen")
print(out.getvalue(), end="")
print(root, app.parent, app.parent.parent is root)
print(type(logging.getLogger("later")).__name__, logging.getLoggerClass().__name__, logging.Logger.root is root)

logging.setLoggerClass(logging.Logger)


def factory(*args, **kwargs):
    record = logging.LogRecord(*args, **kwargs)
    record.custom = "made"
    return record


logging.setLogRecordFactory(factory)
out.truncate(out.seek(0))
root.handlers[0].setFormatter(logging.Formatter("%(custom)s %(processName)s %(message)s"))
root.warning("with a factory")
logging.setLogRecordFactory(logging.LogRecord)
print(out.getvalue(), end="")
record = root.makeRecord("n", 30, "file.py", 5, "msg %s", ("x",), None, "func", {"more": 1})
print(record.getMessage(), record.lineno, record.funcName, record.more, record)
adapter = logging.LoggerAdapter(quiet, {"k": 1})
adapter.setLevel("INFO")
print(adapter.name, adapter.isEnabledFor(20), adapter.getEffectiveLevel(), adapter.hasHandlers())
for wrong in [{}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "logging.Nothing"}}}, {"version": 1, "root": {"handlers": ["x"]}}]:
    try:
        logging.config.dictConfig(wrong)
    except ValueError as error:
        print("ValueError", str(error)[:32])
