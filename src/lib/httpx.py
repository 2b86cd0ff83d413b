"""Pages of the simulated web, as `httpx` gets them."""

import json as _json
import _web
from asyncio import sleep as _sleep
from datetime import timedelta as _timedelta
from urllib.parse import urljoin as _urljoin

__version__ = "0.28.0"


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.request = None


class RequestError(HTTPError):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self.request = request


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request, self.response = request, response


class Timeout:
    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.connect, self.read = connect or timeout, read or timeout
        self.write, self.pool = write or timeout, pool or timeout


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry


class Request:
    def __init__(self, method, url, *, params=None, headers=None, content=None, data=None, json=None):
        self.method, self.url = method.upper(), _web.with_query(f"{url}", params)
        self.headers = dict(headers or {})
        self.content = _web.content_of(content if content is not None else data, json)


class Response:
    """What a server has answered."""

    encoding = charset_encoding = "utf-8"
    http_version = "HTTP/1.1"
    history, cookies = (), {}

    def __init__(self, answer, request):
        self._answer, self.request = answer, request
        self.status_code, self.reason_phrase, self.url = answer.status, answer.reason, answer.url
        self.headers = _web.Headers(answer.headers)
        self.elapsed = _timedelta(seconds=answer.latency)

    @property
    def content(self):
        return self._answer.body

    @property
    def text(self):
        return self.content.decode(self.encoding, "replace")

    def json(self, **kwargs):
        return _json.loads(self.text)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def iter_bytes(self, chunk_size=4096):
        for at in range(0, len(self.content), chunk_size):
            yield self.content[at : at + chunk_size]

    async def aiter_bytes(self, chunk_size=4096):
        for part in self.iter_bytes(chunk_size):
            yield part

    def iter_lines(self):
        return iter(self.text.splitlines())

    async def aiter_lines(self):
        for line in self.iter_lines():
            yield line

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    def raise_for_status(self):
        if self.is_error:
            kind = "Client error" if self.status_code < 500 else "Server error"
            text = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'"
            text += f"\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
            raise HTTPStatusError(text, request=self.request, response=self)
        return self

    def close(self):
        pass

    async def aclose(self):
        pass

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


_GIVEN = object()


class _Client:
    def __init__(
        self, *, params=None, headers=None, base_url="", timeout=5.0, limits=None, follow_redirects=False,
        http2=False, verify=True, auth=None, cookies=None, event_hooks=None, transport=None,
    ):  # fmt: skip
        self.params, self.base_url, self.timeout = params or {}, base_url, timeout
        self.headers = {"User-Agent": f"python-httpx/{__version__}", **(headers or {})}
        self.is_closed = False

    def build_request(self, method, url, *, params=None, headers=None, content=None, data=None, json=None):
        if self.base_url:
            base = self.base_url if self.base_url.endswith("/") else f"{self.base_url}/"
            url = url if "://" in url else _urljoin(base, url.lstrip("/"))
        if self.params:
            params = {**self.params, **(params or {})}
        headers = {**self.headers, **(headers or {})}
        return Request(method, url, params=params, headers=headers, content=content, data=data, json=json)

    def _begin(self, request, timeout):
        """The answer, how long it takes, and what is raised if that is too long."""
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if not request.url.startswith(("http://", "https://")):
            text = "Request URL is missing an 'http://' or 'https://' protocol."
            raise UnsupportedProtocol(text, request=request)
        try:
            answer = _web.Answer(request.method, request.url, request.content, request.headers)
        except _web.UnknownHost as error:
            raise ConnectError(f"[Errno -2] {error.args[1]}", request=request) from None
        timeout = self.timeout if timeout is _GIVEN else timeout
        timeout = timeout.read if isinstance(timeout, Timeout) else timeout
        seconds = answer.latency + answer.seconds_for(len(answer.body))
        is_late = timeout is not None and answer.latency > timeout
        return answer, timeout if is_late else seconds, is_late


class _Stream:
    """`with client.stream(…) as response`, in both kinds of clients."""

    def __init__(self, client, method, url, kwargs):
        self._client, self._given, self._kwargs = client, (method, url), kwargs

    def __enter__(self):
        return self._client.request(*self._given, **self._kwargs)

    def __exit__(self, *info):
        pass

    async def __aenter__(self):
        return await self._client.request(*self._given, **self._kwargs)

    async def __aexit__(self, *info):
        pass


class Client(_Client):
    def send(self, request, *, timeout=_GIVEN, **options):
        answer, seconds, is_late = self._begin(request, timeout)
        _web.wait(seconds)
        if is_late:
            raise ReadTimeout("The read operation timed out", request=request)
        return Response(answer, request)

    def request(self, method, url, *, timeout=_GIVEN, follow_redirects=None, auth=None, **kwargs):
        return self.send(self.build_request(method, url, **kwargs), timeout=timeout)

    def stream(self, method, url, **kwargs):
        return _Stream(self, method, url, kwargs)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request("PATCH", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


class AsyncClient(_Client):
    async def send(self, request, *, timeout=_GIVEN, **options):
        answer, seconds, is_late = self._begin(request, timeout)
        await _sleep(seconds)
        if is_late:
            raise ReadTimeout("", request=request)
        return Response(answer, request)

    async def request(self, method, url, *, timeout=_GIVEN, follow_redirects=None, auth=None, **kwargs):
        return await self.send(self.build_request(method, url, **kwargs), timeout=timeout)

    def stream(self, method, url, **kwargs):
        return _Stream(self, method, url, kwargs)

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request("HEAD", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request("PUT", url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request("PATCH", url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request("DELETE", url, **kwargs)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        await self.aclose()


def request(method, url, **kwargs):
    return Client().request(method, url, **kwargs)


def stream(method, url, **kwargs):
    return Client().stream(method, url, **kwargs)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)
