data = bytes(range(60, 90))
for offset in range(0, len(data), 16):
    chunk = data[offset:offset + 16]
    hexa = " ".join(f"{byte:02x}" for byte in chunk)
    text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in chunk)
    print(f"{offset:04x}  {hexa:<48}{text}")
buffer = bytearray(b"abc")
buffer[0] ^= 0x20
print(buffer, bytes.fromhex("68 69"))
