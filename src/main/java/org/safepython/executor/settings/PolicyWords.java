package org.safepython.executor.settings;

import com.google.errorprone.annotations.Immutable;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What words a list of the policy file can hold: those that have a shape, save some, or one of a few. Immutable.
 *
 * @param shape regular expression for all of them
 * @param never regular expression for those that are taken out
 * @param choice the only ones, where these are few; else empty
 * @param allowed what they are, for people
 */
@Immutable
record PolicyWords(
        String shape,
        String never,
        @SuppressWarnings("Immutable") Set<String> choice, // a copy
        String allowed) {

    /** The longest word, characters. */
    static final int LONGEST = 100;

    private static final String KEYWORDS = "False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif"
            + "|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while"
            + "|with|yield";
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

    static final PolicyWords NAMES = new PolicyWords(
            "^" + IDENTIFIER + "$", "^(" + KEYWORDS + ")$", Set.of(), "a Python identifier of ASCII letters");

    static final PolicyWords MODULES = new PolicyWords(
            "^" + IDENTIFIER + "(\\." + IDENTIFIER + ")*$",
            "(^|\\.)(" + KEYWORDS + ")(\\.|$)|^(" + String.join("|", new TreeSet<>(Terms.STRICT.systemModules()))
                    + ")(\\.|$)",
            Set.of(),
            "a module's dotted name, and none of the system modules "
                    + String.join(", ", new TreeSet<>(Terms.STRICT.systemModules())));

    static final PolicyWords SPECIAL_NAMES = new PolicyWords(
            "^__[A-Za-z0-9_]*[A-Za-z0-9][A-Za-z0-9_]*__$",
            "^__import__$",
            Set.of(),
            "a name __x__, save __import__, which is a built-in");

    static final PolicyWords REFUSED_BUILTINS = oneOf(
            Terms.STRICT.builtins(),
            "a built-in that is refused: " + String.join(", ", new TreeSet<>(Terms.STRICT.builtins())));

    static final PolicyWords BUILTINS = oneOf(Builtins.NAMES, "a built-in of Python 3 or 2, print for one");

    /** Copies the choice. */
    PolicyWords {
        choice = Set.copyOf(choice);
    }

    private static PolicyWords oneOf(Set<String> words, String allowed) {
        return new PolicyWords("", "^$", words, allowed);
    }

    boolean take(String word) {
        return choice.isEmpty()
                ? word.length() <= LONGEST
                        && word.matches(shape)
                        && !Pattern.compile(never).matcher(word).find()
                : choice.contains(word);
    }
}
