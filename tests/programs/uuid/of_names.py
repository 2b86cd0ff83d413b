import uuid

print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"))
print(uuid.uuid5(uuid.NAMESPACE_OID, "").version, uuid.uuid3(uuid.NAMESPACE_X500, "é"))
known = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(known.fields, known.variant, known.version, known.bytes_le, known.time, known.clock_seq, known.node, int(known))
print(uuid.UUID(int=0).variant, uuid.UUID(int=0).version, uuid.uuid4().variant, uuid.uuid1(5, 7).node, uuid.uuid1(5, 7).clock_seq)
first, second = uuid.uuid1(), uuid.uuid1()
print(first.node == second.node == uuid.getnode(), first.time < second.time)
