"""What processes say of themselves, by a logger that a program may ask for."""

import logging
from multiprocessing import SUBDEBUG, SUBWARNING

logging.addLevelName(SUBDEBUG, "SUBDEBUG")
logging.addLevelName(SUBWARNING, "SUBWARNING")


def get_logger():
    logger = logging.getLogger("multiprocessing")
    logger.propagate = 0
    return logger


def log_to_stderr(level=None):
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger
