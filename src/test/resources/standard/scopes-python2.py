"""Makes random programs that bind a few names in all ways that Python 2 has, and writes those in which one is a module.

Standard input is a seed and how many to make. A program that reads such a name gets a module or `attrgetter` from it where
`probe(...)` notices: that is what the policy must refuse. Short ones are written, all in one line of JSON: the longer a
program, the more it is refused for, and little of what a program writes is kept.
"""

import json
import operator
import random
import re
import sys
import types
import warnings

SEED, MANY = [int(word) for word in sys.stdin.read().split()]
LONGEST = 130
DICE = random.Random(SEED)
NAMES = ["m", "m", "m", "n", "_A__m", "__m"]


class Context:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *error):
        pass


def filled(template):
    """Each NAME by itself, VALUE a name or a number."""
    return re.sub("NAME|VALUE|EXPRESSION", lambda word: WORDS[word.group()](), template)


WORDS = {
    "NAME": lambda: DICE.choice(NAMES),
    "VALUE": lambda: DICE.choice(["1", DICE.choice(NAMES)]),
    "EXPRESSION": lambda: filled(DICE.choice(EXPRESSIONS)),
}
EXPRESSIONS = [
    "probe(NAME)",
    "probe(NAME)",
    "probe(attrgetter)",
    "probe(pprint)",
    "[probe(NAME) for NAME in [VALUE]]",
    "list(probe(NAME) for NAME in [VALUE])",
    "{probe(NAME) for NAME in [VALUE] for NAME in [VALUE]}",
    "{1: probe(NAME) for NAME in [VALUE]}",
    "[[probe(NAME) for NAME in [1]] for NAME in [VALUE]]",
    "(lambda NAME=VALUE: probe(NAME))()",
    "(lambda (NAME, z): probe(NAME))((VALUE, 1))",
    "(lambda *NAME: [probe(NAME) for q in [1]])(VALUE)",
    "(lambda: EXPRESSION)()",
]
IMPORTS = ["import pprint as NAME", "import pprint as NAME", "import pprint", "from operator import *"]
STATEMENTS = IMPORTS + [
    "EXPRESSION",
    "EXPRESSION",
    "EXPRESSION",
    "EXPRESSION",
    "NAME = VALUE",
    "NAME, z = VALUE, 1",
    "global NAME",
    "for NAME in [VALUE]: EXPRESSION",
    "try: raise ValueError(1)\nexcept ValueError, NAME: EXPRESSION",
    "with context(VALUE) as NAME: EXPRESSION",
    "del NAME",
    "def NAME(): pass",
    "class NAME: pass",
]
BLOCKS = [
    "if 1:\n  BODY",
    "try:\n  BODY\nexcept (AttributeError, NameError, TypeError, ValueError): pass",
    "def f():\n  BODY\nf()",
    "def f(NAME=VALUE):\n  BODY\nf()\nEXPRESSION",
    "def f((NAME, z)=(VALUE, 2)):\n  BODY\nf()",
    "def f(*NAME):\n  BODY\nf(VALUE)",
    "def f(attrgetter=1):\n  BODY\nf()",
    "class A:\n  BODY",
    "class A(object):\n  BODY",
    "class A:\n  def g(self, NAME=VALUE):\n    BODY\nA().g()",
]


def statement(depth):
    if depth > 3 or DICE.random() < 0.7:
        return filled(DICE.choice(STATEMENTS))
    lines = []
    for line in DICE.choice(BLOCKS).split("\n"):
        margin, text = re.match("( *)(.*)", line).groups()
        inner = body(depth + 1) if text == "BODY" else filled(text)
        lines += [margin + part for part in inner.split("\n")]
    return "\n".join(lines)


def body(depth):
    return "\n".join(statement(depth) for _ in range(DICE.randint(1, 4)))


def hits(program):
    found = []

    def probe(value):
        if isinstance(value, types.ModuleType) or value is operator.attrgetter:
            found.append(value)

    try:
        exec compile(program, "program", "exec") in {"probe": probe, "context": Context, "__name__": "__main__"}
    except (AttributeError, NameError, SyntaxError, TypeError, ValueError):
        pass
    return found


warnings.simplefilter("ignore")
found = set()
for _ in range(MANY):
    program = filled(DICE.choice(IMPORTS)) + "\n" + body(0) + "\n" + body(0) + "\n"
    if len(program) < LONGEST and hits(program):
        found.add(program)
print json.dumps(sorted(found))
