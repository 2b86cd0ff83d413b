"""Pages of the simulated web, as `requests` gets them."""

import json as _json
import _web
from datetime import timedelta as _timedelta
from requests import exceptions
from requests.exceptions import ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout
from requests.exceptions import RequestException, Timeout, TooManyRedirects

__version__ = "2.32.0"


class _Codes:
    ok = okay = 200
    created, accepted, no_content, bad_request, unauthorized, forbidden = 201, 202, 204, 400, 401, 403
    not_found, too_many_requests, internal_server_error, service_unavailable = 404, 429, 500, 503


codes = _Codes()


class Request:
    def __init__(self, method, url, headers=None, data=None, params=None, json=None):
        self.method, self.url, self.headers = method, _web.with_query(url, params), dict(headers or {})
        self.body = _web.content_of(data, json)


class Response:
    """What a server has answered."""

    encoding = "utf-8"
    apparent_encoding = "utf-8"
    history, cookies = (), {}

    def __init__(self, answer, request, is_streamed):
        self._answer, self._at = answer, 0
        self.status_code, self.reason, self.url, self.request = answer.status, answer.reason, answer.url, request
        self.headers = _web.Headers(answer.headers)
        self.elapsed = _timedelta(seconds=answer.latency)
        if not is_streamed:
            self._load()

    def _load(self):
        _web.wait(self._answer.seconds_for(len(self._answer.body) - self._at))
        self._at = len(self._answer.body)

    @property
    def content(self):
        self._load()
        return self._answer.body

    @property
    def text(self):
        return self.content.decode(self.encoding, "replace")

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def raw(self):
        raise NotImplementedError("Response.raw is not supported by the playground: read `content`")

    def json(self, **kwargs):
        try:
            return _json.loads(self.text)
        except ValueError as error:
            raise JSONDecodeError(f"{error}") from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        body = self._answer.body
        for at in range(0, len(body), chunk_size or len(body) or 1):
            part = body[at : at + chunk_size] if chunk_size else body
            if self._at < at + len(part):
                _web.wait(self._answer.seconds_for(len(part)))
                self._at = at + len(part)
            yield part.decode(self.encoding, "replace") if decode_unicode else part

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        for line in self.content.splitlines():
            yield line.decode(self.encoding) if decode_unicode else line

    def raise_for_status(self):
        if self.status_code >= 400:
            side = "Client" if self.status_code < 500 else "Server"
            text = f"{self.status_code} {side} Error: {self.reason} for url: {self.url}"
            raise HTTPError(text, response=self)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


class Session:
    """Requests that have headers and parameters in common."""

    def __init__(self):
        self.headers = {"User-Agent": f"python-requests/{__version__}", "Accept": "*/*"}
        self.params, self.cookies, self.auth, self.verify, self.proxies = {}, {}, None, True, {}

    def request(
        self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
        allow_redirects=True, proxies=None, hooks=None, stream=False, verify=None, cert=None, json=None,
    ):  # fmt: skip
        if not url.startswith(("http://", "https://")):
            if "://" in url:
                raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
            text = f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?"
            raise exceptions.MissingSchema(text)
        if self.params and not isinstance(params, str):
            params = {**self.params, **(params or {})}
        asked = Request(method.upper(), url, {**self.headers, **(headers or {})}, data, params, json)
        try:
            answer = _web.Answer(asked.method, asked.url, asked.body, asked.headers)
        except _web.UnknownHost as error:
            host = url.split("/")[2]
            text = f"HTTPSConnectionPool(host={host!r}, port=443): Max retries exceeded ({error.args[1]})"
            raise ConnectionError(text, request=asked)
        if isinstance(timeout, tuple):
            timeout = timeout[1]
        if not _web.wait(answer.latency, timeout):
            text = f"HTTPSConnectionPool(host={answer.host!r}, port=443): Read timed out. (read timeout={timeout})"
            raise ReadTimeout(text, request=asked)
        return Response(answer, asked, stream)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


def session():
    return Session()


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)
