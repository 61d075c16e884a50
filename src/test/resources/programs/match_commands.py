def run(command):
    match command.split():
        case ["go", ("north" | "south") as direction]:
            return f"walking {direction}"
        case ["take", *things] if things:
            return "taking " + ", ".join(things)
        case [("quit" | "exit")]:
            return "bye"
        case []:
            return "nothing"
        case _:
            return f"what is {command!r}?"


for line in ["go north", "take lamp key", "take", "exit", ""]:
    print(run(line))
