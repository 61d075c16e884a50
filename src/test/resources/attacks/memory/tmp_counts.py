# wall: memory; outcome: memory; evidence: filled; without: memory -> BROKEN
for number in range(3):
    with open(f"/tmp/{number}", "wb") as file:
        file.write(bytes(5 << 20))
print("filled", flush=True)
block = bytearray(115 << 20)
print("BROKEN")
