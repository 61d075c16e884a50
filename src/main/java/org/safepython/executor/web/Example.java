package org.safepython.executor.web;

import java.util.Optional;

/** Programs to start with: what works, and what each limit does. */
public enum Example {
    HELLO("Hello", "print(\"Hello World\")\n"),
    PRIMES("Primes", """
            def primes(limit):
                sieve = [True] * limit
                for n in range(2, limit):
                    if sieve[n]:
                        yield n
                        sieve[n * n :: n] = [False] * len(sieve[n * n :: n])

            print(*primes(100))
            """),
    INPUT("Reading input", """
            name = input("Who is there? ")
            print(f"Hello, {name}!")
            """),
    ERROR("A traceback", """
            def mean(values):
                return sum(values) / len(values)

            print(mean([1, 2, 3]))
            print(mean([]))
            """),
    REFUSED("A refused import", "import os\n\nprint(os.listdir(\"/\"))\n"),
    WRITE("A write to /etc", "with open(\"/etc/passwd\", \"a\") as file:\n    file.write(\"me::0:0::/:\\n\")\n"),
    LOOP("An endless loop", "n = 0\nwhile True:\n    n += 1\n    if n % 1_000_000 == 0:\n        print(n)\n"),
    MEMORY("A memory bomb", "print(\"asking for 1 GiB\")\nblock = bytearray(1 << 30)\n"),
    FLOOD("A flood of output", "while True:\n    print(\"x\" * 10_000)\n");

    private final String title;
    private final String code;

    Example(String title, String code) {
        this.title = title;
        this.code = code;
    }

    /** The example of a name, if there is one. */
    static Optional<Example> named(String name) {
        for (Example example : values()) {
            if (example.name().equalsIgnoreCase(name)) {
                return Optional.of(example);
            }
        }
        return Optional.empty();
    }

    /** What the link to it says. */
    public String title() {
        return title;
    }

    /** The program. */
    public String code() {
        return code;
    }
}
