def execute(program):
    stack, variables, pc = [], {}, 0
    while pc < len(program):
        name, *operands = program[pc]
        pc += 1
        if name == "push":
            stack.append(operands[0])
        elif name == "store":
            variables[operands[0]] = stack.pop()
        elif name == "load":
            stack.append(variables[operands[0]])
        elif name == "add":
            stack.append(stack.pop() + stack.pop())
        elif name == "less":
            right = stack.pop()
            stack.append(stack.pop() < right)
        elif name == "jump_if":
            pc = operands[0] if stack.pop() else pc
        elif name == "print":
            print(stack.pop())
    return variables


execute([("push", 0), ("store", "i"), ("load", "i"), ("print",), ("load", "i"), ("push", 1), ("add",), ("store", "i"),
         ("load", "i"), ("push", 3), ("less",), ("jump_if", 2)])
