"""Hash blocks of 64 KB with SHA-256: look at the threads with a GIL, which are as fast as the others
here.

CPython lets the lock go while it hashes 2,048 bytes or more, since that needs no Python object. What
an extension module does without the lock runs on all cores. With blocks of less than 2,048 bytes the
lock is kept, and threads take turns again.
"""

import hashlib


def task(worker, workers, n: int = 4_000, block: int = 65_536):
    # This worker's share of n blocks.
    share = n * (worker + 1) // workers - n * worker // workers
    data = bytes(block)
    digest = b""
    for _ in range(share):
        digest = hashlib.sha256(data).digest()
    return digest.hex()
