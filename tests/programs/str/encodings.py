names = """utf utf-8 U8 UTF8 utf_8_sig l1 L1 latin cp819 646 us-ascii ISO-8859-1 8859 utf-16 utf-16-le UTF_16BE
    u16 utf-32 utf_32_le utf-32-be unicode_escape raw_unicode_escape windows-1250 cp1251 cp1252 windows_1253
    cp1254 cp1255 cp1256 cp1257 cp1258 iso-8859-2 latin2 iso8859_3 latin4 cyrillic arabic greek hebrew latin5 latin6 thai
    latin7 latin8 latin9 latin10 iso8859-15 ISO-8859-16 koi8-r koi8_u mac_roman macintosh cp437 ibm850 cp852 cp858 cp866
    nothing hex rot13 base64 utf--8""".split()
every = bytes(range(256))
for name in names:
    try:
        print(name, "aZ".encode(name), every[:128].decode(name, "ignore") == every[:128].decode("ascii"))
        print(every[160:].decode(name, "replace").encode("utf-8"), every[128:160].decode(name, "ignore").encode("utf-8"))
        print("a\xe9\u20ac\u0416\U0001f600z".encode(name, "replace"), "\xe9\u0416".encode(name, "ignore"))
        print(b"\xff\xfea\x00".decode(name, "replace").encode("utf-8"))
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
