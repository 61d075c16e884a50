class VendingMachine:
    PRICES = {"cola": 150, "water": 100}

    def __init__(self):
        self.state = "idle"
        self.credit = 0

    def insert(self, coin):
        if coin not in (10, 20, 50, 100, 200):
            raise ValueError(f"bad coin {coin}")
        self.credit += coin
        self.state = "paid"

    def choose(self, product):
        price = self.PRICES[product]
        if self.credit < price:
            return f"insert {price - self.credit} more"
        change, self.credit, self.state = self.credit - price, 0, "idle"
        return f"{product}, change {change}"


machine = VendingMachine()
machine.insert(100)
print(machine.choose("cola"))
machine.insert(100)
print(machine.choose("cola"), machine.state)
