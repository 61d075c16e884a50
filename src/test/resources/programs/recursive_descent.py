class Parser:
    def __init__(self, text):
        self.text, self.at = text.replace(" ", ""), 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def eat(self, sign):
        if self.peek() == sign:
            self.at += 1
            return True
        return False

    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-") and self.peek():
            value = value + self.term() if self.eat("+") else (self.eat("-"), value - self.term())[1]
        return value

    def term(self):
        value = self.factor()
        while self.eat("*"):
            value *= self.factor()
        return value

    def factor(self):
        if self.eat("("):
            value = self.expression()
            assert self.eat(")"), "expected )"
            return value
        start = self.at
        while self.peek().isdigit():
            self.at += 1
        return int(self.text[start:self.at])


print(Parser("2*(3+4)*5-1").expression())
