import operator
import re

OPERATORS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv)}


def tokens(text):
    return re.findall(r"\d+\.?\d*|[-+*/()]", text)


def evaluate(text):
    numbers, signs = [], []

    def apply():
        right, left = numbers.pop(), numbers.pop()
        numbers.append(OPERATORS[signs.pop()][1](left, right))

    for token in tokens(text):
        if token == "(":
            signs.append(token)
        elif token == ")":
            while signs[-1] != "(":
                apply()
            signs.pop()
        elif token in OPERATORS:
            while signs and signs[-1] != "(" and OPERATORS[signs[-1]][0] >= OPERATORS[token][0]:
                apply()
            signs.append(token)
        else:
            numbers.append(float(token))
    while signs:
        apply()
    return numbers[0]


for expression in ("1 + 2 * 3", "(1 + 2) * 3", "10 / 4 - 1"):
    print(expression, "=", evaluate(expression))
