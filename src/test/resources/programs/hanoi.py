moves = []


def hanoi(n, source, spare, target):
    if n:
        hanoi(n - 1, source, target, spare)
        moves.append((n, source, target))
        hanoi(n - 1, spare, source, target)


hanoi(4, "A", "B", "C")
for disk, source, target in moves:
    print(f"move disk {disk} from {source} to {target}")
assert len(moves) == 2**4 - 1
