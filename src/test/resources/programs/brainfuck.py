PROGRAM = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."


def interpret(code):
    jumps, stack = {}, []
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            jumps[i] = stack.pop()
            jumps[jumps[i]] = i
    tape, pointer, at, out = [0] * 30, 0, 0, ""
    while at < len(code):
        match code[at]:
            case ">": pointer += 1
            case "<": pointer -= 1
            case "+": tape[pointer] = (tape[pointer] + 1) % 256
            case "-": tape[pointer] = (tape[pointer] - 1) % 256
            case ".": out += chr(tape[pointer])
            case "[" if not tape[pointer]: at = jumps[at]
            case "]" if tape[pointer]: at = jumps[at]
        at += 1
    return out


print(interpret(PROGRAM))
