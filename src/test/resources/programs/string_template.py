from string import Template, ascii_lowercase, digits

letter = Template("Dear $name, you owe ${amount} EUR. $$")
print(letter.substitute(name="Bob", amount=10))
print(letter.safe_substitute(name="Eve"))
print(ascii_lowercase[:5] + digits[-2:])
