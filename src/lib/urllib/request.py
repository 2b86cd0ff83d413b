"""Pages of the simulated web, as `urllib` opens them."""

import _web
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit as _urlsplit


class Request:
    """What is asked of a server."""

    def __init__(self, url, data=None, headers=None, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self._method = url, data, method
        self.headers = {}
        for name, value in (headers or {}).items():
            self.add_header(name, value)
        parts = _urlsplit(url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {url!r}")
        self.type, self.host, self.selector = parts.scheme, parts.netloc, parts.path

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def header_items(self):
        return list(self.headers.items())

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return self._method or ("GET" if self.data is None else "POST")


class _Response:
    """What a server has answered; its bytes come as they are read."""

    version = 11

    def __init__(self, answer):
        self.url, self.status, self.reason = answer.url, answer.status, answer.reason
        self.code, self.msg = self.status, self.reason
        self.headers = _web.Headers(answer.headers)
        self._answer, self._at, self.closed = answer, 0, False

    def read(self, amt=None):
        if self.closed:
            return b""
        rest = len(self._answer.body) - self._at
        size = rest if amt is None or amt < 0 else min(amt, rest)
        _web.wait(self._answer.seconds_for(size))
        part = self._answer.body[self._at : self._at + size]
        self._at += size
        return part

    def readline(self, limit=-1):
        end = self._answer.body.find(b"\n", self._at) + 1
        return self.read(end - self._at if end else None)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


def urlopen(url, data=None, timeout=None, *, context=None):
    request = url if isinstance(url, Request) else Request(url, data)
    if data is not None:
        request.data = data
    if request.type not in ("http", "https"):
        raise URLError(f"unknown url type: {request.type}")
    try:
        answer = _web.Answer(request.get_method(), request.full_url, request.data, request.headers)
    except _web.UnknownHost as error:
        raise URLError(OSError(*error.args))
    if not _web.wait(answer.latency, timeout):
        raise TimeoutError("The read operation timed out")
    response = _Response(answer)
    if answer.status >= 400:
        raise HTTPError(answer.url, answer.status, answer.reason, response.headers, response)
    return response
