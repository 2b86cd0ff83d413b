"""Sockets, which a page has not."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST = 1, 2, 9, 6
IPPROTO_TCP, IPPROTO_UDP, TCP_NODELAY = 6, 17, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
error = OSError
timeout = TimeoutError
has_ipv6 = False


class herror(OSError):
    pass


class gaierror(OSError):
    pass


def _refuse(name):
    raise NotImplementedError(
        f"socket.{name} is not supported by the playground: there is no network here; urllib.request, requests, "
        "httpx and aiohttp read a simulated web"
    )


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _refuse("socket")


def create_connection(address, timeout=None, source_address=None):
    _refuse("create_connection")


def create_server(address, **options):
    _refuse("create_server")


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    _refuse("socketpair")


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    _refuse("getaddrinfo")


def gethostbyname(hostname, /):
    if hostname in ("localhost", "127.0.0.1"):
        return "127.0.0.1"
    _refuse("gethostbyname")


def gethostname():
    return "localhost"


def getfqdn(name=""):
    return name or "localhost"


def setdefaulttimeout(timeout, /):
    pass


def getdefaulttimeout():
    return None
