# wall: memory; outcome: memory; evidence: asking; without: memory -> BROKEN
print("asking", flush=True)
block = bytearray(1 << 30)
print("BROKEN")
