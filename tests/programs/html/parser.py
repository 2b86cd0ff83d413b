from html.parser import HTMLParser

PAGE = """<!DOCTYPE html><html lang=en>
<head><title>Hi &amp; bye</title><!-- note --><script type="text/javascript">if (a<b && c) { "<p>" }</script></head>
<body class='x y' data-q="1>2" disabled><p>Para <b>bold</B><br/><img src=a.png alt="" >text &copy; &#169; 3 < 4</p>
<a href="/p?a=1&amp;b=2" onclick=x>l</a><ul><li>1<li>2</ul></body></html>
"""


class Printer(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", ascii(data))

    def handle_comment(self, data):
        print("comment", data)

    def handle_decl(self, decl):
        print("declaration", decl)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("character", name)


for converts in True, False:
    parser = Printer(convert_charrefs=converts)
    parser.feed(PAGE)
    parser.close()

parser = Printer()
for piece in ["<p cla", "ss='a'>te", "xt</", "p> more", "<!-- c", "--><b", "r>"]:
    parser.feed(piece)
parser.close()
