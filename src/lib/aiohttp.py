"""Pages of the simulated web, as `aiohttp` gets them."""

import json as _json
import _web
from asyncio import Semaphore as _Semaphore, TimeoutError as _TimeoutError, sleep as _sleep
from urllib.parse import urljoin as _urljoin

__version__ = "3.13.0"


class ClientError(Exception):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, host, os_error):
        self.host, self.port, self.os_error = host, 443, os_error
        super().__init__(*os_error.args)

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.os_error.args[1]}]"


ClientConnectorDNSError = ClientConnectorError


class ServerConnectionError(ClientConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, _TimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, status=0, message="", headers=None):
        self.request_info, self.history = request_info, history
        self.status, self.message, self.headers = status, message, headers
        super().__init__(request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={self.request_info.url!r}"


class ContentTypeError(ClientResponseError):
    pass


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect


class TCPConnector:
    """How many connections there are at once."""

    def __init__(self, *, limit=100, limit_per_host=0, ssl=True, ttl_dns_cache=10, force_close=False, **more):
        self.limit, self.limit_per_host = limit, limit_per_host

    async def close(self):
        pass


class RequestInfo:
    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method, self.headers = method, headers


class StreamReader:
    """The bytes of an answer, as they come."""

    def __init__(self, answer):
        self._answer, self._at = answer, 0

    def at_eof(self):
        return self._at == len(self._answer.body)

    async def read(self, n=-1):
        rest = len(self._answer.body) - self._at
        size = rest if n < 0 else min(n, rest)
        if size:
            await _sleep(self._answer.seconds_for(size))
        part = self._answer.body[self._at : self._at + size]
        self._at += size
        return part

    async def readline(self):
        end = self._answer.body.find(b"\n", self._at) + 1
        return await self.read(end - self._at if end else -1)

    async def iter_chunked(self, n):
        while not self.at_eof():
            yield await self.read(n)

    def iter_any(self):
        return self.iter_chunked(65536)

    async def __aiter__(self):
        while not self.at_eof():
            yield await self.readline()


class ClientResponse:
    """What a server has answered."""

    history, cookies, charset = (), {}, "utf-8"

    def __init__(self, answer, info):
        self.status, self.reason, self.url, self.method = answer.status, answer.reason, answer.url, answer.method
        self.real_url, self.host, self.request_info = answer.url, answer.host, info
        self.headers = _web.Headers(answer.headers)
        self.content = StreamReader(answer)
        self._answer, self._body = answer, None

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers.get_content_type()

    @property
    def content_length(self):
        return self._answer.length

    def get_encoding(self):
        return "utf-8"

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
        return self._body

    async def text(self, encoding="utf-8", errors="replace"):
        return (await self.read()).decode(encoding, errors)

    async def json(self, *, encoding="utf-8", loads=_json.loads, content_type="application/json"):
        text = await self.text(encoding)
        if content_type is not None and self.content_type != content_type:
            message = f"Attempt to decode JSON with unexpected mimetype: {self.headers['Content-Type']}"
            raise ContentTypeError(self.request_info, (), status=self.status, message=message, headers=self.headers)
        return loads(text)

    def raise_for_status(self):
        if not self.ok:
            info, status, reason = self.request_info, self.status, self.reason
            raise ClientResponseError(info, (), status=status, message=reason, headers=self.headers)

    def release(self):
        pass

    def close(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        pass

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"


class _Asked:
    """A request, to be awaited or to be the context of an `async with`."""

    def __init__(self, coroutine, connections):
        self._coroutine, self._connections = coroutine, connections

    def __await__(self):
        return self._one().__await__()

    async def _one(self):
        async with self._connections:
            return await self._coroutine

    async def __aenter__(self):
        await self._connections.acquire()
        try:
            return await self._coroutine
        except BaseException:
            self._connections.release()
            raise

    async def __aexit__(self, *info):
        self._connections.release()


class _Unlimited:
    async def acquire(self):
        return True

    def release(self):
        pass

    async def __aenter__(self):
        pass

    async def __aexit__(self, *info):
        pass


class ClientSession:
    """Requests that have connections and headers in common."""

    def __init__(
        self, base_url=None, *, connector=None, headers=None, timeout=None, raise_for_status=False, cookies=None,
        auth=None, json_serialize=_json.dumps, connector_owner=True, trust_env=False, loop=None, **more,
    ):  # fmt: skip
        self.connector = connector or TCPConnector()
        self.headers, self.timeout = dict(headers or {}), timeout or ClientTimeout(total=300)
        self.closed, self._base_url, self._raise_for_status = False, base_url, raise_for_status
        self._connections = _Semaphore(self.connector.limit) if self.connector.limit else _Unlimited()

    def request(
        self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None, raise_for_status=None,
        allow_redirects=True, ssl=True, auth=None, cookies=None, proxy=None, **more,
    ):  # fmt: skip
        if self.closed:
            raise RuntimeError("Session is closed")
        url = f"{url}" if self._base_url is None else _urljoin(self._base_url, url)
        headers = {**self.headers, **(headers or {})}
        content = _web.content_of(data, json)
        if raise_for_status is None:
            raise_for_status = self._raise_for_status
        asked = self._ask(method, _web.with_query(url, params), content, headers, timeout, raise_for_status)
        return _Asked(asked, self._connections)

    async def _ask(self, method, url, content, headers, timeout, raise_for_status):
        if not url.startswith(("http://", "https://")):
            raise InvalidURL(url)
        try:
            answer = _web.Answer(method, url, content, headers)
        except _web.UnknownHost as error:
            raise ClientConnectorError(url.split("/")[2], error) from None
        timeout = self.timeout if timeout is None else timeout
        total = timeout.total if isinstance(timeout, ClientTimeout) else timeout
        if total is not None and answer.latency + answer.seconds_for(len(answer.body)) > total > 0:
            await _sleep(total)
            raise _TimeoutError
        await _sleep(answer.latency)
        response = ClientResponse(answer, RequestInfo(url, method, headers))
        if raise_for_status:
            response.raise_for_status()
        return response

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        await self.close()


class _OneRequest:
    """`async with aiohttp.request(…)`"""

    def __init__(self, method, url, kwargs):
        self._session = ClientSession()
        self._asked = self._session.request(method, url, **kwargs)

    async def __aenter__(self):
        return await self._asked.__aenter__()

    async def __aexit__(self, *info):
        await self._asked.__aexit__(*info)
        await self._session.close()


def request(method, url, **kwargs):
    return _OneRequest(method, url, kwargs)
