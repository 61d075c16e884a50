def bits(n):
    return bin(n)[2:].zfill(8)


for a, b in [(0b1100, 0b1010), (255, 1)]:
    print(bits(a & b), bits(a | b), bits(a ^ b), a << 1, a >> 1, ~a)
print(bin(37).count("1"), (37).bit_length(), int("ff", 16), hex(255), oct(8), (1000).to_bytes(2, "big"))
