class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        for value in values:
            self.push(value)

    def push(self, value):
        self.head = Node(value, self.head)

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return sum(1 for _ in self)


numbers = LinkedList([1, 2, 3, 4])
print(list(numbers), len(numbers))
numbers.reverse()
print(list(numbers))
