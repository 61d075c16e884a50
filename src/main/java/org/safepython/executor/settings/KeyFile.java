package org.safepython.executor.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of API keys as it was when it was read: a line for each, {@code NAME SCOPES sha256:DIGEST [per-minute=N]
 * [runs=N]}; empty lines and such that begin with # are comments. Immutable.
 *
 * @param path where it is
 * @param text what it said
 * @param keys what that means, in the order of the file
 * @param mistakes lines that make no key
 */
public record KeyFile(Path path, String text, List<Key> keys, List<FileMistake> mistakes) {
    /** Keys are ASCII; whatever stands in a comment makes no file unreadable. */
    private static final Charset ANY_BYTES = StandardCharsets.ISO_8859_1;

    private static final int MOST_KEYS = 1000;
    private static final String FORM =
            "NAME SCOPES sha256:DIGEST, then per-minute=N and runs=N where the key has limits of its own";
    private static final Pattern LINE = Pattern.compile(
            "([A-Za-z0-9._-]{1,64}) +([a-z,]{1,40}) +sha256:([0-9a-f]{64})((?: +[a-z-]+=\\d{1,6}){0,2})");
    private static final Map<String, Setting> LIMITS =
            Map.of("per-minute", Setting.KEY_RATE, "runs", Setting.CLIENT_RUNS);

    /** Copies the lists. */
    public KeyFile {
        keys = List.copyOf(keys);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Reads a file and what it means.
     *
     * @throws FileMistake where it cannot be used, or not all of it
     */
    public static KeyFile read(Path path) {
        return of(path, SmallFile.text(path, ANY_BYTES)).requireFlawless();
    }

    /** What a text means that was read from a file. */
    public static KeyFile of(Path path, String text) {
        Map<String, Key> keys = new LinkedHashMap<>();
        Set<String> digests = new HashSet<>();
        List<FileMistake> mistakes = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Key key = key(line.strip(), number);
                if (keys.size() == MOST_KEYS) {
                    throw new FileMistake(number, "there are too many keys", "at most " + MOST_KEYS);
                }
                if (digests.contains(key.digest())) {
                    throw new FileMistake(
                            number, key.name() + " has the digest of another key", "a secret of its own for each key");
                }
                if (keys.putIfAbsent(key.name(), key) != null) {
                    throw new FileMistake(
                            number, "a second key is called " + key.name(), "a name of its own for each key");
                }
                digests.add(key.digest());
            } catch (FileMistake mistake) {
                mistakes.add(mistake);
            }
        }
        return new KeyFile(path, text, List.copyOf(keys.values()), mistakes);
    }

    /** The same file, to be looked at while the server runs. */
    public WatchedFile watched() {
        return new WatchedFile(path, ANY_BYTES, text);
    }

    /** Itself; leaves with the first mistake, where there is one. */
    public KeyFile requireFlawless() {
        if (!mistakes.isEmpty()) {
            throw mistakes.get(0);
        }
        return this;
    }

    private static Key key(String line, int number) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new FileMistake(number, "this is no key", FORM);
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String label : parts.group(2).split(",", -1)) {
            scopes.add(Scope.labelled(label)
                    .orElseThrow(() -> new FileMistake(
                            number,
                            "there is no scope " + FileMistake.quoted(label),
                            "some of run, check, read, operate, with commas between")));
        }
        Map<String, Integer> limits = limits(parts.group(4).strip(), number);
        return new Key(parts.group(1), scopes, parts.group(3), of(limits, "per-minute"), of(limits, "runs"));
    }

    private static OptionalInt of(Map<String, Integer> limits, String name) {
        Integer limit = limits.get(name);
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    private static Map<String, Integer> limits(String text, int number) {
        Map<String, Integer> limits = new HashMap<>();
        for (String limit : text.isEmpty() ? new String[0] : text.split(" +", -1)) {
            int at = limit.indexOf('=');
            String name = limit.substring(0, at);
            if (!LIMITS.containsKey(name) || limits.containsKey(name)) {
                throw new FileMistake(number, FileMistake.quoted(limit) + " is no limit, or there twice", FORM);
            }
            limits.put(name, limit(limit.substring(at + 1), LIMITS.get(name), number));
        }
        return limits;
    }

    private static int limit(String digits, Setting setting, int number) {
        Setting.Bounds bounds = setting.bounds().orElseThrow();
        int value = Integer.parseInt(digits);
        if (value < bounds.least() || value > bounds.most()) {
            throw new FileMistake(
                    number,
                    digits + " is not possible",
                    "a whole number from " + bounds.least() + " to " + bounds.most());
        }
        return value;
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return path + ": " + keys;
    }
}
