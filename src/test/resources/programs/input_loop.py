def ask(prompt):
    try:
        return input(prompt)
    except EOFError:
        return None


names = []
while (name := ask("")) is not None:
    names.append(name)
print("got", len(names), "names")
