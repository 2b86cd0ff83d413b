"""Pipes between processes."""

import _process
import pickle
from multiprocessing import BufferTooShort
from multiprocessing import process as _processes


class Connection:
    """An end of a pipe: the channel that it reads, the one that it writes, or both."""

    def __init__(self, reads, writes):
        self._reads = reads
        self._writes = writes
        self._closed = False

    def __reduce__(self):
        self._check_closed()
        ends = [(channel, is_reader) for channel, is_reader in self._ends()]
        if _processes._spawning is not None:
            _processes._spawning.extend(ends)
            return _inherited, (self._reads, self._writes)
        return _sent, (self._reads, self._writes)

    def _ends(self):
        ends = [(self._reads, True), (self._writes, False)]
        return [end for end in ends if end[0] is not None]

    def _check_closed(self):
        if self._closed:
            raise OSError("handle is closed")

    def _check_readable(self):
        if self._reads is None:
            raise OSError("connection is write-only")

    def _check_writable(self):
        if self._writes is None:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._closed

    @property
    def readable(self):
        return self._reads is not None

    @property
    def writable(self):
        return self._writes is not None

    def fileno(self):
        self._check_closed()
        return self._writes if self._reads is None else self._reads

    def close(self):
        if not self._closed:
            self._closed = True
            for channel, is_reader in self._ends():
                _process.close(channel, is_reader)

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        _process.send(self._writes, pickle.dumps(obj), False, None)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        buf = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(buf) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(buf) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(buf):
            raise ValueError("buffer length < offset + size")
        _process.send(self._writes, buf[offset : offset + size], False, None)

    def recv(self):
        self._check_closed()
        self._check_readable()
        return pickle.loads(_process.receive(self._reads, None))

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        message = _process.receive(self._reads, None)
        if maxlength is not None and len(message) > maxlength:
            self.close()
            raise OSError("bad message length")
        return message

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return bool(_process.ready([self._reads], [], timeout))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()


def _inherited(reads, writes):
    """In a process that has had the ends from its beginning."""
    return Connection(reads, writes)


def _sent(reads, writes):
    """In one that gets them now."""
    connection = Connection(reads, writes)
    for channel, is_reader in connection._ends():
        _process.open(channel, is_reader)
    return connection


def Pipe(duplex=True):
    there = _process.channel(None)
    if not duplex:
        return Connection(there, None), Connection(None, there)
    back = _process.channel(None)
    return Connection(back, there), Connection(there, back)


def wait(object_list, timeout=None):
    """Those of these that have something to be received, or have ended: connections and sentinels."""
    objects = list(object_list)
    connections = [one for one in objects if isinstance(one, Connection)]
    pids = [one for one in objects if not isinstance(one, Connection)]
    for connection in connections:
        connection._check_closed()
    both = connections + pids
    channels = [connection._reads for connection in connections]
    ready = [both[place] for place in _process.ready(channels, pids, timeout)]
    return [one for one in objects if one in ready]
