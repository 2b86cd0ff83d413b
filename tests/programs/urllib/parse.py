from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit,
)

URLS = [
    "http://user:pass@Example.com:8080/a/b;p=1?q=1&r=#frag", "https://example.com", "//host/path", "path/only?x", "mailto:a@b.c", "",
    "ftp://f/x;type=a", "HTTP://A.B/?#", "http://[::1]:80/x", "a:b", "1a:b", "http:///x", "?q", "#f", "http://h?x/y", "http://é.de/ü",
]
for url in URLS:
    print(urlparse(url), urlsplit(url), urlparse(url).geturl(), urlunsplit(urlsplit(url)))
    parts = urlparse(url)
    print(parts.hostname, parts.port, parts.username, parts.password, urldefrag(url))
for bad in ["http://a:x/", "http://a:99999/", "http://[a/"]:
    try:
        print(urlparse(bad).port)
    except ValueError as error:
        print(error)
BASE = "http://a/b/c/d;p?q"
for url in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "http:g", "https://x/y", "/../g", "g/../h", "g/./h"]:
    print(url, urljoin(BASE, url))
print(urljoin("", "a"), urljoin("http://a/b/", "c"), urljoin("http://a", "c"), urljoin("http://a/b/../c", "d"))
print(quote("a b/ü&=?~"), quote("a/b", safe=""), quote_plus("a b+c"), quote(b"\xff "), unquote("a%20b%C3%BC%zz%"), unquote_plus("a+b%2B"))
print(urlencode({"a": 1, "b": "x y", "c": "ü"}), urlencode([("a", [1, 2])], doseq=True), urlencode({"a": [1, 2]}), urlencode({"a": (1, "b")}, True))
print(parse_qs("a=1&b=2&a=3&c="), parse_qs("a=&b", keep_blank_values=True), parse_qsl("x=%20y&z=+"))
print(urlunparse(("http", "h", "p", "x", "q", "f")), urlparse("http://a/b")._replace(scheme="https").geturl(), urlparse("//x", scheme="ftp"))
