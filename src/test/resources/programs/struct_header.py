import struct

header = struct.pack(">4sHI", b"PNG!", 7, 123456)
magic, version, size = struct.unpack(">4sHI", header)
print(magic, version, size, struct.calcsize(">4sHI"), header.hex(" "))
