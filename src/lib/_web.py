"""The simulated web: a page for every address, the same each time, after a latency and at a rate. Nothing
leaves the playground."""

import _process
import json
import sys
from _os import web as _settings
from _thread import lock as _Lock
from time import sleep
from urllib.parse import parse_qsl, urlsplit

REASONS = {
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found",
    304: "Not Modified", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 408: "Request Timeout", 410: "Gone", 418: "I'm a Teapot",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
}  # fmt: skip

_WORDS = (
    "thread process lock queue worker task signal event buffer page cache core clock stack heap frame loop "
    "future result barrier channel message socket kernel memory pointer value object class method"
).split()
_once = _Lock()


class UnknownHost(OSError):
    pass


def _tell():
    # Of the processes of a program the first one says it.
    if _once.acquire(False) and _process.argument() is None:
        latency, rate = _settings()
        print(
            f"note: the web is simulated here: pages are made up, {latency * 1000:g} ms away "
            f"at {rate / 1e6:g} MB/s",
            file=sys.stderr,
        )


class Answer:
    """What a server answers: after `latency` seconds, then `rate` bytes each second."""

    def __init__(self, method, url, data=None, headers=None):
        _tell()
        self.latency, self.rate = _settings()
        self.method, self.url, self.status = method, url, 200
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        self.host, self.path = host, parts.path or "/"
        self.query = parse_qsl(parts.query)
        self.sent, self.sent_headers = data, headers or {}
        if host.endswith(".invalid") or host.startswith(("nonexistent", "some-made-up")):
            raise UnknownHost(-2, "Name or service not known")
        self.number = _number(url)
        self.kind = "text/html; charset=utf-8"
        self.body = self._body()
        if method == "HEAD":
            self.length, self.body = len(self.body), b""
        else:
            self.length = len(self.body)
        self.reason = REASONS.get(self.status, "")

    def _body(self):
        names = [name for name in self.path.split("/") if name]
        if self.host.startswith("httpbin") and len(names) > 1 and names[1].isdigit():
            number = int(names[1])
            if names[0] == "delay":
                self.latency += min(number, 10)
            elif names[0] == "status":
                self.status = number
                return b""
            elif names[0] in ("bytes", "stream-bytes"):
                self.kind = "application/octet-stream"
                return bytes([(self.number >> index % 24) & 255 for index in range(min(number, 100_000))])
        is_data = [word for word in ("api", "json", "httpbin", "jsonplaceholder", "data.") if word in self.host]
        if is_data or "api" in names or self.path.endswith(".json") or self.method not in ("GET", "HEAD"):
            self.kind = "application/json; charset=utf-8"
            return json.dumps(self._data(names), indent=2).encode()
        if self.path.endswith((".txt", ".csv")):
            self.kind = "text/plain; charset=utf-8"
            return "\n".join(_sentences(self.number, 100)).encode()
        if self.path.endswith((".jpg", ".jpeg", ".png", ".gif", ".zip", ".pdf", ".mp4", ".bin", ".gz")):
            self.kind = "application/octet-stream"
            return bytes(range(256)) * (100 + self.number % 400)
        return self._page().encode()

    def _data(self, names):
        if self.host.startswith("httpbin"):
            return {
                "args": dict(self.query), "data": _text(self.sent), "headers": {**self.sent_headers, "Host": self.host},
                "method": self.method, "origin": "127.0.0.1", "url": self.url,
            }  # fmt: skip
        if not names or self.method != "GET" or names[-1].isdigit() or len(names) == 1 and "." in names[0]:
            number = int(names[-1]) if names and names[-1].isdigit() else self.number % 100 + 1
            return self._item(number)
        return [self._item(number) for number in range(1, 11)]

    def _item(self, number):
        title, body = _sentences(self.number + number, 2)
        return {
            "userId": (number - 1) // 10 + 1, "id": number, "name": title.split()[0], "title": title,
            "body": body, "completed": number % 3 == 0, "url": self.url,
        }  # fmt: skip

    def _page(self):
        lines = [f"<p>{each}</p>" for each in _sentences(self.number, 60 + self.number % 600)]
        links = [f'<li><a href="/page/{(self.number >> shift) % 40}">a link</a></li>' for shift in range(0, 20, 4)]
        head = f"<!DOCTYPE html>\n<html>\n<head><title>{self.host}{self.path}</title></head>\n<body>\n"
        note = f"<h1>{self.host}</h1>\n<p>A simulated page: nothing was loaded from anywhere.</p>\n<ul>"
        return "\n".join([head + note, *links, "</ul>", *lines, "</body>\n</html>\n"])

    @property
    def headers(self):
        return [
            ("Content-Type", self.kind), ("Content-Length", str(self.length)),
            ("Server", "simulated"), ("Date", "Thu, 01 Jan 2026 00:00:00 GMT"),
        ]  # fmt: skip

    def seconds_for(self, size):
        return size / self.rate


def _text(data):
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else data or ""


def _number(url):
    number = 2166136261
    for byte in url.encode():
        number = (number ^ byte) * 16777619 & 0xFFFFFFFF
    return number


def _sentences(number, count):
    sentences = []
    for _ in range(count):
        words = []
        for _ in range(8):
            number = (number * 1103515245 + 12345) & 0x7FFFFFFF
            words.append(_WORDS[(number >> 16) % len(_WORDS)])
        sentences.append(" ".join(words).capitalize() + ".")
    return sentences


def wait(seconds, timeout=None):
    """Waits without the lock, as for a socket; is it there in time?"""
    if timeout is not None and timeout < seconds:
        sleep(timeout)
        return False
    sleep(seconds)
    return True


class Headers:
    """Names in any case, in their order."""

    def __init__(self, pairs=()):
        self._pairs = list(pairs)

    def __getitem__(self, name):
        for known, value in self._pairs:
            if known.lower() == name.lower():
                return value
        raise KeyError(name)

    def get(self, name, default=None):
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter([name for name, _ in self._pairs])

    def __len__(self):
        return len(self._pairs)

    def keys(self):
        return [name for name, _ in self._pairs]

    def values(self):
        return [value for _, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def get_content_type(self):
        return self.get("content-type", "text/plain").partition(";")[0]

    def get_content_charset(self, failobj=None):
        charset = self.get("content-type", "").partition("charset=")[2]
        return charset or failobj

    def __repr__(self):
        return repr(dict(self._pairs))


def with_query(url, params):
    """An address with parameters behind it."""
    from urllib.parse import urlencode

    if not params:
        return url
    query = params if isinstance(params, str) else urlencode(params, doseq=True)
    return f"{url}{'&' if '?' in url else '?'}{query}"


def content_of(data, json_data):
    """What is sent, as bytes."""
    from urllib.parse import urlencode

    if json_data is not None:
        return json.dumps(json_data).encode()
    if data is None or isinstance(data, bytes):
        return data
    return data.encode() if isinstance(data, str) else urlencode(data).encode()
