from dataclasses import dataclass, field, replace, asdict


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, compare=False)

    @property
    def label(self) -> str:
        return f"{self.name} ({self.price:.2f})"


items = [Item("pen", 1.5), Item("book", 12.25, ["paper"]), Item("lamp", 30)]
print([item.label for item in sorted(items)])
print(replace(items[0], price=2))
print(asdict(items[1]))
