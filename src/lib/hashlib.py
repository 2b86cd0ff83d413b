"""What else there is of hashes; `_hashlib` is native."""

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    from hashlib import new

    hashed = new(digest) if isinstance(digest, str) else digest()
    while True:
        part = fileobj.read(_bufsize)
        if not part:
            return hashed
        hashed.update(part)
