import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")


def fail():
    raise ValueError("no")


try:
    fail()
except ValueError as error:
    logging.warning("%s", error)
    logging.error("again", exc_info=False)
logging.disable(logging.ERROR)
logging.error("disabled")
logging.disable(logging.NOTSET)
logging.error("enabled")
