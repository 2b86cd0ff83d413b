import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(threadName)s:%(message)s")
logging.debug("not seen")
logging.info("hello %s, %d", "world", 3)
logging.warning("dict %(a)s", {"a": 1})
log = logging.getLogger("app.db")
log.error("from %s", log.name)
log.debug("not seen")
log.setLevel("DEBUG")
log.debug("seen now")
print(log, logging.getLogger("app.db") is log, log.parent.name, logging.getLogger("app"), log.parent.name)
print(log.isEnabledFor(logging.DEBUG), log.getEffectiveLevel(), logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(35))
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname:<8}|{message}|{lineno}|{funcName}", style="{"))
log.addHandler(handler)
log.propagate = False


def work():
    log.info("in a function")
    try:
        1 / 0
    except ZeroDivisionError:
        log.error("it failed")
        log.critical("why: %s", "zero")


work()
handler.setLevel(logging.ERROR)
log.info("not seen by the handler")
handler.setFormatter(logging.Formatter("$levelname $message", style="$"))
log.error("dollars")
log.addFilter(lambda record: "secret" not in record.getMessage())
log.error("a secret")
log.error("%s extra %s", "no", "secret"[:3], extra={"user": "me"})
handler.setFormatter(logging.Formatter("%(user)s %(message)s"))
log.error("extra", extra={"user": "me"})
adapter = logging.LoggerAdapter(log, {"user": "adapter"})
adapter.error("through it")
log.removeHandler(handler)
print(log.handlers, log.hasHandlers(), logging.WARNING, logging.getLogger().level)
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%Y"))
record = logging.LogRecord("n", logging.INFO, "p.py", 5, "m %s", ("x",), None)
print(len(handler.format(record)), record.getMessage(), record.levelname, record.processName, record.filename)
print(len(logging.Formatter("%(asctime)s").format(record)))
for bad in [lambda: log.setLevel("LOUD"), lambda: logging.getLogger(5), lambda: log.log("x", "y"), lambda: logging.Formatter("x", style="?")]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
