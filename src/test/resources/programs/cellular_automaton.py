RULE = 90
row = [0] * 15 + [1] + [0] * 15
for _ in range(8):
    print("".join(".#"[cell] for cell in row))
    row = [RULE >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % len(row)]) & 1 for i in range(len(row))]
