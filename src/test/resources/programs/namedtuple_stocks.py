from collections import namedtuple
from typing import NamedTuple

Stock = namedtuple("Stock", "name shares price")


class Trade(NamedTuple):
    stock: Stock
    fee: float = 1.0

    @property
    def cost(self):
        return self.stock.shares * self.stock.price + self.fee


trades = [Trade(Stock("ACME", 10, 2.5)), Trade(Stock("INIT", 3, 100.0), fee=0)]
print(sum(trade.cost for trade in trades))
print(trades[0].stock._replace(shares=20)._asdict())
