"""Addresses and their parts."""

from collections import namedtuple as _namedtuple

_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~"
_SCHEME = "abcdefghijklmnopqrstuvwxyz0123456789+-."
uses_netloc = uses_relative = ["", "ftp", "http", "https", "file", "ws", "wss", "sftp", "svn", "git"]


class _Netloc:
    """What stands in the part between `//` and the path."""

    @property
    def _host_and_port(self):
        host = self.netloc.rpartition("@")[2]
        if host.startswith("["):
            host, _, port = host[1:].partition("]")
            return host, port.lstrip(":")
        host, _, port = host.partition(":")
        return host, port

    @property
    def hostname(self):
        return self._host_and_port[0].lower() or None

    @property
    def port(self):
        port = self._host_and_port[1]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)

    @property
    def _user(self):
        return self.netloc.rpartition("@")[0].partition(":") if "@" in self.netloc else (None, "", None)

    @property
    def username(self):
        return self._user[0]

    @property
    def password(self):
        name, mark, password = self._user
        return password if mark else None


class SplitResult(_namedtuple("SplitResult", "scheme netloc path query fragment"), _Netloc):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(_namedtuple("ParseResult", "scheme netloc path params query fragment"), _Netloc):
    def geturl(self):
        return urlunparse(self)


class DefragResult(_namedtuple("DefragResult", "url fragment")):
    def geturl(self):
        return self.url + (f"#{self.fragment}" if self.fragment else "")


def urlsplit(url, scheme="", allow_fragments=True):
    for c in "\t\r\n":
        url = url.replace(c, "")
    url = url.lstrip(" ")
    netloc = query = fragment = ""
    name, mark, rest = url.partition(":")
    if mark and name and name[0].isalpha() and all([c in _SCHEME for c in name.lower()]):
        scheme, url = name.lower(), rest
    if url.startswith("//"):
        end = min([at for at in [url.find(c, 2) for c in "/?#"] if at >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    head, slash, last = path.rpartition("/")
    if ";" in last and scheme in ("", "ftp", "http", "https"):
        last, _, params = last.partition(";")
        path = head + slash + last
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc:
        url = f"//{netloc}{'/' if url and url[0] != '/' else ''}{url}"
    elif url[:2] == "//" or scheme and scheme in uses_netloc and (not url or url[0] == "/"):
        url = "//" + url
    if scheme:
        url = f"{scheme}:{url}"
    return url + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urldefrag(url):
    parts = urlparse(url)
    return DefragResult(urlunparse(parts[:5] + ("",)), parts.fragment)


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    old, new = urlparse(base, "", allow_fragments), urlparse(url, urlparse(base).scheme, allow_fragments)
    if new.scheme != old.scheme or new.scheme not in uses_relative:
        return url
    if new.netloc:
        return urlunparse(new)
    if not new.path and not new.params:
        return urlunparse(old[:4] + (new.query or old.query, new.fragment))
    base_parts = old.path.split("/")
    if base_parts[-1] != "":
        del base_parts[-1]
    parts = new.path.split("/") if new.path[:1] == "/" else base_parts + new.path.split("/")
    if new.path[:1] != "/":
        parts[1:-1] = [part for part in parts[1:-1] if part]
    found = []
    for part in parts:
        if part == "..":
            if found:
                found.pop()
        elif part != ".":
            found.append(part)
    if parts[-1] in (".", ".."):
        found.append("")
    return urlunparse((new.scheme, old.netloc, "/".join(found) or "/", new.params, new.query, new.fragment))


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif not isinstance(string, bytes):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, bytes):
        safe = safe.decode("ascii")
    return "".join([chr(byte) if chr(byte) in _SAFE or chr(byte) in safe and byte < 128 else f"%{byte:02X}" for byte in string])


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    return quote(bs, safe)


def unquote_to_bytes(string):
    parts = (string.encode() if isinstance(string, str) else string).split(b"%")
    found = [parts[0]]
    for part in parts[1:]:
        try:
            found.append(bytes([int(part[:2].decode("ascii"), 16)]) + part[2:] if len(part) > 1 else b"%" + part)
        except ValueError:
            found.append(b"%" + part)
    return b"".join(found)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, str) and "%" not in string:
        return string
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    def shown(value):
        return quote_via(value if isinstance(value, (str, bytes)) else str(value), safe, encoding, errors)

    pairs = []
    for key, value in query.items() if hasattr(query, "items") else query:
        values = value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__len__") else [value]
        pairs.extend([f"{shown(key)}={shown(each)}" for each in values])
    return "&".join(pairs)


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):  # fmt: skip
    pairs = []
    for part in qs.split(separator):
        if not part and not strict_parsing:
            continue
        name, mark, value = part.partition("=")
        if strict_parsing and not mark:
            raise ValueError(f"bad query field: {part!r}")
        if value or keep_blank_values:
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", **more):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, **more):
        found.setdefault(name, []).append(value)
    return found
