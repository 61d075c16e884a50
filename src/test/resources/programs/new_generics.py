class Pair[A, B]:
    def __init__(self, left: A, right: B):
        self.left, self.right = left, right

    def swapped(self) -> "Pair[B, A]":
        return Pair(self.right, self.left)


def largest[T: (int, float)](*values: T) -> T:
    return max(values)


type Name = str
person: Name = "Ada"
print(Pair(1, "a").swapped().left, largest(3, 9, 4), person)
