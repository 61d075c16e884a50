from typing import Generic, Iterable, Optional, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, content: Optional[T] = None) -> None:
        self.content = content

    def get(self, default: T) -> T:
        return default if self.content is None else self.content


def first(items: Iterable[T], default: T | None = None) -> T | None:
    for item in items:
        return item
    return default


print(Box[int](5).get(0), Box[str]().get("empty"), first([]), first("xyz"))
