package org.safepython.executor.policy;

import java.util.Locale;

/**
 * The rules, and all that users are told about them: in messages, in {@code GET /policy} and in {@code docs/policy.md}.
 */
public enum RuleName {
    SOURCE(
            "People, the parser and Python must read the same text.",
            """
            # coding: latin-1
            print("hello")
            """,
            """
            print("hello")
            """,
            "save the program as UTF-8 text, without control characters and without a coding comment"),
    SYNTAX("What cannot be parsed cannot be judged.", """
            print "hello"
            """, """
            print("hello")
            """, "write Python 3.12, in which print is a function"),
    NESTING(
            "Trees as deep as this exhaust a parser's stack, and nobody writes them.",
            "x = " + "-".repeat(201) + "1\n",
            """
            x = 1
            for i in range(201):
                x = -x
            """,
            "give parts of it names, or use a loop"),
    IMPORT(
            "Modules lead to files, processes, the network and the interpreter.",
            """
            import math
            print(math.pi)
            """,
            """
            pi = 3.141592653589793
            print(pi)
            """,
            "do without, or choose a preset that allows the module"),
    BUILTIN(
            "These evaluate text, open files, or take a string for an attribute's name, out of sight of every rule.",
            """
            print(eval("1 + 2"))
            """,
            """
            print(int("1") + int("2"))
            """,
            "the operator of this server denies it"),
    MODULE_NAME(
            "Where a module lies under an attribute of another one, its name is the only trace of it.",
            """
            def load(sys):
                return sys
            """,
            """
            def load(system):
                return system
            """,
            "take another name"),
    DUNDER_NAME(
            "Special names lead to the interpreter, or change how it works.",
            """
            print(__builtins__)
            """,
            """
            if __name__ == "__main__":
                print("hello")
            """,
            "take a name without the underscores"),
    DUNDER_ATTRIBUTE(
            "Special attributes lead from any value to its class, and from there to everything.",
            """
            print([].__len__())
            """,
            """
            print(len([]))
            """,
            "let Python call it: len(x), type(x), super().__init__()"),
    FRAME_ATTRIBUTE(
            "Frames, code, tracebacks and generators hold the namespaces of the interpreter.",
            """
            squares = (n * n for n in range(3))
            print(squares.gi_frame)
            """,
            """
            squares = (n * n for n in range(3))
            print(list(squares))
            """,
            "use the value itself, without looking inside"),
    FORMAT(
            "A format string reads attributes that only its text names.",
            """
            template = "{} items"
            print(template.format(3))
            """,
            """
            count = 3
            print(f"{count} items")
            """,
            "use an f-string, f\"{count} items\""),
    MEMBER(
            "Modules hold more than what they are for: other modules, readers of attributes by computed names,"
                    + " evaluators of text.",
            """
            import random
            print(random._os)
            """,
            """
            import random
            print(random.randint(1, 6))
            """,
            "use the documented names of the module, as in module.name",
            "standard"),
    DATA_CLASS(
            "A data class puts the names of its fields into text that Python executes.",
            """
            from dataclasses import dataclass
            def base():
                return object
            @dataclass
            class Point(base()):
                x: int
            """,
            """
            from dataclasses import dataclass
            @dataclass
            class Point:
                x: int
            """,
            "write the class and its fields out, or write __init__ yourself",
            "standard"),
    LIBRARY_ATTRIBUTE(
            "By these attributes objects of the library look into any module, evaluate text, or set computed names.",
            """
            from enum import Enum
            class Color(Enum):
                RED = 1
            print(Color._convert_)
            """,
            """
            from enum import Enum
            class Color(Enum):
                RED = 1
            print(Color.RED)
            """,
            "use the documented names of the object",
            "standard"),
    DENIED(
            "The operator denies a name in a preset of the policy file, sorted in the preset lessons for example.",
            """
            print(sorted([2, 1]))
            """,
            """
            numbers = [2, 1]
            numbers.reverse()
            print(numbers)
            """,
            "the operator of this server denies it",
            "lessons");

    private final String why;
    private final String bad;
    private final String good;
    private final String instead;
    private final String preset;

    RuleName(String why, String bad, String good, String instead) {
        this(why, bad, good, instead, "strict");
    }

    RuleName(String why, String bad, String good, String instead, String preset) {
        this.why = why;
        this.bad = bad;
        this.good = good;
        this.instead = instead;
        this.preset = preset;
    }

    /** What violations call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why there is such a rule, a sentence. */
    public String why() {
        return why;
    }

    /** A program that breaks this rule and no other. */
    public String bad() {
        return bad;
    }

    /** A program that does the same, or nearly, and breaks none. */
    public String good() {
        return good;
    }

    /** What to do instead, the end of a sentence. */
    public String instead() {
        return instead;
    }

    /** The preset of which the examples are true, lessons that of {@code docs/policy.example.yaml}. */
    public String preset() {
        return preset;
    }
}
