from enum import Enum, Flag, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3

    @property
    def pretty(self):
        return self.name.title()


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    ALL = READ | WRITE


print([color.pretty for color in Color], Color(2), Color["RED"].value)
print(Permission.READ in Permission.ALL, Permission.WRITE.value)
print(IntEnum("Level", "LOW HIGH").HIGH > 1)
