"""What stands in HTML: tags, their attributes, and the text between them."""

import re
from html import unescape

_NAME = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*([^\s/>][^\s/=>]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?""",
)
_TAG_END = re.compile(r"""(?:[^'">]|"[^"]*"|'[^']*')*>""")
_REFERENCE = re.compile(r"&(?:#(\d+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))")


class HTMLParser:
    """Calls a method for each thing that it finds."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        # The element whose content is no HTML, while its end has not come.
        self.cdata_elem = None
        self._start_tag = None
        self._line = 1
        self._column = 0

    def feed(self, data):
        self.rawdata += data
        self._go_on(False)

    def close(self):
        self._go_on(True)

    def getpos(self):
        return self._line, self._column

    def get_starttag_text(self):
        return self._start_tag

    def _may_go_on(self):
        """Does the text end within a reference?"""
        mark = self.rawdata.rfind("&", max(0, len(self.rawdata) - 34))
        return mark >= 0 and not re.search(r"[\s;]", self.rawdata[mark:])

    def _pass(self, end):
        """What stands before `end` is done."""
        text, self.rawdata = self.rawdata[:end], self.rawdata[end:]
        lines = text.count("\n")
        self._line += lines
        self._column = len(text) - text.rindex("\n") - 1 if lines else self._column + len(text)

    def _go_on(self, is_end):
        while self.rawdata:
            if self.cdata_elem is not None:
                end = re.search(r"</" + self.cdata_elem + r"(?=[\s/>])", self.rawdata, re.IGNORECASE)
                if end is None:
                    if not is_end:
                        return
                    self._text(len(self.rawdata), True)
                    return
                if end.start():
                    self._text(end.start(), True)
                self.cdata_elem = None
                self._read_end_tag(is_end)
                continue
            start = self.rawdata.find("<")
            if start < 0 and not is_end and self._may_go_on():
                return
            if start != 0:
                self._text(start if start > 0 else len(self.rawdata), False)
                continue
            if not self._read_markup(is_end):
                return

    def _text(self, end, is_raw):
        text = self.rawdata[:end]
        if is_raw:
            self.handle_data(text)
        elif self.convert_charrefs:
            self.handle_data(unescape(text))
        else:
            self._text_with_references(text)
        self._pass(end)

    def _text_with_references(self, text):
        at = 0
        for found in _REFERENCE.finditer(text):
            if found.start() > at:
                self.handle_data(text[at : found.start()])
            if found.group(1):
                self.handle_charref(found.group(1))
            else:
                self.handle_entityref(found.group(2))
            at = found.end() + text.startswith(";", found.end())
        if at < len(text):
            self.handle_data(text[at:])

    def _read_markup(self, is_end):
        """Reads what begins with `<`, unless it goes on in what is to come."""
        data = self.rawdata
        if _NAME.match(data, 1):
            return self._read_start_tag(is_end)
        if data.startswith("</"):
            return self._read_end_tag(is_end)
        if data.startswith("<!--"):
            return self._read_until("-->", 4, self.handle_comment, is_end)
        if data.startswith("<?"):
            return self._read_until(">", 2, self.handle_pi, is_end)
        if data[:9].lower() == "<!doctype":
            return self._read_until(">", 2, self.handle_decl, is_end)
        if data.startswith("<!["):
            return self._read_until("]>", 3, self.unknown_decl, is_end)
        if data.startswith("<!") and len(data) > 2:
            return self._read_until(">", 2, self.handle_comment, is_end)
        if len(data) > 1 and not data.startswith("<!") or is_end:
            self._text(1, False)
            return True
        return False

    def _read_until(self, mark, start, handle, is_end):
        end = self.rawdata.find(mark, start)
        if end < 0:
            if is_end:
                handle(self.rawdata[start:])
                self._pass(len(self.rawdata))
            return is_end
        handle(self.rawdata[start:end])
        self._pass(end + len(mark))
        return True

    def _read_start_tag(self, is_end):
        name = _NAME.match(self.rawdata, 1)
        end = _TAG_END.match(self.rawdata, name.end())
        if end is None:
            if is_end:
                self._pass(len(self.rawdata))
            return is_end
        self._start_tag = text = self.rawdata[: end.end()]
        self.lasttag = tag = name.group().lower()
        attributes, at = [], name.end()
        while found := _ATTRIBUTE.match(text, at, len(text) - 1):
            value = found.group(2)
            if value is None:
                value = "" if "=" in found.group() else None
            elif value[0] in "\"'":
                value = value[1:-1]
            attributes.append((found.group(1).lower(), value and unescape(value)))
            at = found.end()
        if text.endswith("/>"):
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        self._pass(end.end())
        return True

    def _read_end_tag(self, is_end):
        end = self.rawdata.find(">")
        if end < 0:
            if is_end:
                self._pass(len(self.rawdata))
            return is_end
        name = _NAME.match(self.rawdata, 2)
        if name is not None:
            self.handle_endtag(name.group().lower())
        elif end > 2:
            self.handle_comment(self.rawdata[2:end])
        self._pass(end + 1)
        return True

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
