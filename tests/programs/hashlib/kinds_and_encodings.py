import hashlib, base64, binascii
for n in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]:
    h = hashlib.new(n); h.update(b"abc"); g = h.copy(); g.update(b"d" * 5000)
    print(n, h.hexdigest(), g.hexdigest(), h.digest()[:3], h.name, h.digest_size, h.block_size, getattr(hashlib, n)(b"x").hexdigest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 50).hex(), hashlib.pbkdf2_hmac("sha512", b"p" * 200, b"s", 3, dklen=10).hex())
try: hashlib.new("nope")
except ValueError as e: print("ValueError")
try: hashlib.md5("x")
except TypeError as e: print(e)
import hmac
print(hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest(), hmac.digest(b"k", b"m", "sha1").hex(), hmac.compare_digest("a", "a"), hmac.new(b"k", digestmod="sha1").name)
for d in [b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256))]:
    e = base64.b64encode(d); print(e[:20], base64.b64decode(e) == d, base64.urlsafe_b64encode(d)[-8:], base64.b32encode(d)[:20], base64.b32decode(base64.b32encode(d)) == d, base64.b16encode(d)[:10], base64.encodebytes(d)[:10], binascii.hexlify(d)[:10], binascii.unhexlify(d.hex()) == d)
for bad in ["abc", "a", "ab==c", "YQ", "Y", "YWI", "YW I=", "YQ=="]:
    try: print(base64.b64decode(bad))
    except binascii.Error as e: print(bad, e)
try: binascii.unhexlify("abc")
except binascii.Error as e: print(e)
try: base64.b64encode("x")
except TypeError as e: print(e)
