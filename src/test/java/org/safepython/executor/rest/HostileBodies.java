package org.safepython.executor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes bodies of requests from a grammar: nearly right, wrong in one place or in all. The same seed makes the same. */
public final class HostileBodies {
    private static final List<String> NAMES = List.of(
            "code",
            "stdin",
            "args",
            "timeout_ms",
            "policy",
            "language",
            "raw",
            "id",
            "",
            "Code",
            "__proto__",
            "code\\u0000");
    private static final List<String> PROGRAMS = List.of(
            "",
            "import os",
            "x = (",
            "print(1)\\n",
            "\\ud800",
            "\\u0000",
            "\u202e",
            "lambda: 0",
            "# coding: utf-7\\n",
            "def f(:\\n",
            "\\ufeffpass",
            "f'{x!r:{y}}'",
            "if 1:\\n\\tpass\\n        pass",
            "0777",
            "\ud83d\ude00 = 1");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "30000",
            "30001",
            "-1",
            "-0",
            "1e3",
            "1e308",
            "1e999999",
            "0.1",
            "1.0",
            "00",
            "+1",
            ".5",
            "0x10",
            "NaN",
            "Infinity",
            "-Infinity",
            "9223372036854775808",
            "1E+2",
            "1e-400");
    private static final List<String> WORDS =
            List.of("strict", "standard", "container", "python3", "python2", "PYTHON3", "none", "../x", "a\\r\\nb");

    private final Random random;

    public HostileBodies(long seed) {
        this.random = new Random(seed);
    }

    /** The next one. */
    public byte[] next() {
        String body = random.nextInt(4) == 0 ? value(0) : object(0);
        byte[] bytes = body.getBytes(UTF_8);
        return random.nextInt(3) == 0 ? broken(bytes) : bytes;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String object(int depth) {
        String sure = random.nextBoolean() ? "\"code\": \"" + one(PROGRAMS) + "\", " : "";
        return "{" + sure
                + IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> "\"" + one(NAMES) + "\"" + one(List.of(":", ": ", ":\n", "")) + value(depth + 1))
                        .collect(Collectors.joining(one(List.of(",", ", ", ",", ";", ",,"))))
                + (sure.isEmpty() ? "" : one(List.of("", "\"timeout_ms\": 5"))) + "}";
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 9)) {
            case 0 -> one(NUMBERS);
            case 1 -> "\"" + one(PROGRAMS) + "\"";
            case 2 -> "\"" + one(WORDS) + "\"";
            case 3 -> one(List.of("null", "true", "false", "undefined", "None", "'x'"));
            case 4 -> "\"" + "x".repeat(random.nextInt(5000)) + "\"";
            case 5 -> one(List.of("[", "{\"a\":")).repeat(random.nextInt(70));
            case 6 -> object(depth + 1);
            default ->
                IntStream.range(0, random.nextInt(random.nextInt(50) == 0 ? 200 : 4))
                        .mapToObj(i -> value(depth + 1))
                        .collect(Collectors.joining(",", "[", "]"));
        };
    }

    /** With bytes cut off, changed or put in. */
    private byte[] broken(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        byte[] all = random.nextBoolean() ? Arrays.copyOf(bytes, at) : bytes;
        for (int i = 0; i < all.length && i < 3; i++) {
            all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        }
        return all;
    }
}
