class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        self.values = {}

    def __get__(self, instance, owner):
        return self if instance is None else self.values[id(instance)]

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        self.values[id(instance)] = value


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height


box = Box(2, 3)
print(box.width * box.height)
try:
    box.width = -1
except ValueError as error:
    print(error)
