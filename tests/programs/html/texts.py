import html

TEXTS = [
    "<a href=\"x\">'&'</a>",
    "a&lt;b&gt;&amp;&quot;&apos;&#39;&#x41;&copy;&copy &notit; &nbsp;x &bogus;",
    "&#0; &#128; &#xD800; &#1114112; & &; &eacute &Eacute;&AMP;&hearts;&alpha;&#;&#x;&#8364 z",
    "",
]
for text in TEXTS:
    print(ascii(html.escape(text)), ascii(html.escape(text, quote=False)), ascii(html.unescape(text)))
