import uuid

a, b = uuid.uuid4(), uuid.uuid4()
print(a != b, a == uuid.UUID(str(a)), len(str(a)), a.version, str(a).count("-"), len(a.hex), len(a.bytes), uuid.uuid1().version)
known = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(known, repr(known), known.int, known.hex, known.urn, known == uuid.UUID(int=known.int), known.bytes, uuid.UUID(bytes=known.bytes) == known)
try:
    uuid.UUID("nope")
except ValueError as error:
    print(error)
