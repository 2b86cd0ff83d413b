"""What has a meaning of its own in HTML, and how it is written."""

from html.entities import codepoint_of as _codepoint_of


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    before, mark, rest = s.partition("&")
    if not mark:
        return s
    parts = [before]
    for piece in rest.split("&"):
        parts.append(_numbered(piece) if piece.startswith("#") else _named(piece))
    return "".join(parts)


def _numbered(piece):
    """Of what stands behind `&`, a number first."""
    is_hex = piece[1:2] in ("x", "X")
    digits = "0123456789abcdefABCDEF" if is_hex else "0123456789"
    start = end = 2 if is_hex else 1
    while piece[end : end + 1] and piece[end] in digits:
        end += 1
    if end == start:
        return "&" + piece
    code, rest = int(piece[start:end], 16 if is_hex else 10), piece[end:].removeprefix(";")
    if 0x80 <= code <= 0x9F:
        # What those of Windows mean by it.
        return bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code)) + rest
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd" + rest
    if code < 0x20 and code not in (9, 10, 12, 13) or code == 0x7F:
        return rest if code != 0x0D else "\r" + rest
    return chr(code) + rest


def _named(piece):
    end = 0
    while piece[end : end + 1].isalnum() and end < 32:
        end += 1
    name = piece[:end]
    if piece[end : end + 1] == ";" and (code := _codepoint_of(name)) is not None:
        return chr(code) + piece[end + 1 :]
    # Some need no semicolon, and end where their name does.
    for end in range(len(name), 1, -1):
        code = _codepoint_of(name[:end])
        if code is not None and code < 0x100:
            return chr(code) + piece[end:]
    return "&" + piece
