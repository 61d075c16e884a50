class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"need {needed}, have {available}")
        self.missing = needed - available


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))


account = Account("Ada", 100)
account.deposit(50)
try:
    account.withdraw(500)
except InsufficientFunds as error:
    print("refused:", error, error.missing)
try:
    account.deposit(-1)
except ValueError as error:
    print(type(error).__name__, error)
print(account.balance, account.history)
