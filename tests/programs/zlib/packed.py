import gzip
import zlib

d = b"hello world " * 5000 + bytes(range(256)) * 10
for lv in (-1, 0, 1, 6, 9):
    c = zlib.compress(d, lv); print(zlib.decompress(c) == d, c[:2], len(c) < len(d) or lv == 0)
print(zlib.crc32(b"abc"), zlib.adler32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.decompress(zlib.compress(b"")))
for bad in [b"", b"x", b"abcdef", zlib.compress(d)[:-5], zlib.compress(b"abc")[:-1] + b"x"]:
    try: zlib.decompress(bad)
    except zlib.error as e: print(e)
o = zlib.compressobj(); x = o.compress(d[:100]) + o.compress(d[100:]) + o.flush(); print(zlib.decompress(x) == d)
u = zlib.decompressobj(); print(u.decompress(x + b"tail") == d, u.unused_data, u.eof)
print(gzip.decompress(gzip.compress(d)) == d, zlib.decompress(zlib.compress(d, wbits=-15), -15) == d, gzip.compress(b"a")[:4])
try: gzip.decompress(b"nope")
except gzip.BadGzipFile as e: print(e)
try: zlib.compress("x")
except TypeError as e: print(e)
