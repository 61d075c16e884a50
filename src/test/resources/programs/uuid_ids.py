import uuid

print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"))
print(len({uuid.uuid4() for _ in range(50)}), uuid.UUID(int=1).hex)
