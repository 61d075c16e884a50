package org.safepython.executor.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a preset changes in the terms of the one it begins with. What is denied wins over what is allowed. */
final class TermsReader {
    static final int MOST_WORDS = 1000;

    private final PresetDefinition base;
    private final Map<PolicyKey, YamlPart> parts;

    TermsReader(PresetDefinition base, Map<PolicyKey, YamlPart> parts) {
        this.base = base;
        this.parts = parts;
    }

    Terms terms() {
        Terms from = base.terms();
        return new Terms(
                without(with(from.modules(), PolicyKey.ALLOW_MODULES), deniedModules()),
                with(without(from.builtins(), words(PolicyKey.ALLOW_BUILTINS)), PolicyKey.DENY_BUILTINS),
                from.systemModules(),
                with(from.names(), PolicyKey.DENY_NAMES),
                with(from.attributes(), PolicyKey.DENY_ATTRIBUTES),
                with(from.specialNames(), PolicyKey.ALLOW_SPECIAL_NAMES),
                from.ownMethods(),
                number(PolicyKey.MAX_BYTES, from.bytes()),
                number(PolicyKey.MAX_NESTING, from.nesting()));
    }

    private Set<String> with(Set<String> words, PolicyKey more) {
        Set<String> all = new HashSet<>(words);
        all.addAll(words(more));
        return all;
    }

    private static Set<String> without(Set<String> words, Set<String> fewer) {
        Set<String> left = new HashSet<>(words);
        left.removeAll(fewer);
        return left;
    }

    private Set<String> words(PolicyKey key) {
        return words(key, key.words().orElseThrow());
    }

    /** A module that is misspelt here would stay allowed in silence. */
    private Set<String> deniedModules() {
        Set<String> modules = base.terms().modules();
        String allowed = modules.isEmpty()
                ? "leave the key out: " + base.name() + " allows no module"
                : "a module that " + base.name() + " allows: " + String.join(", ", new TreeSet<>(modules));
        return words(PolicyKey.DENY_MODULES, new PolicyWords("^$", "", modules, allowed));
    }

    private Set<String> words(PolicyKey key, PolicyWords allowed) {
        Set<String> words = new HashSet<>();
        for (YamlPart item : items(key)) {
            String word = word(key, item, allowed);
            if (!words.add(word)) {
                throw new FileMistake(
                        item.line(), FileMistake.quoted(word) + " is twice in " + key.key(), "each stands once");
            }
        }
        return words;
    }

    private List<YamlPart> items(PolicyKey key) {
        if (!parts.containsKey(key)) {
            return List.of();
        }
        YamlPart part = parts.get(key);
        if (part instanceof YamlPart.Sequence sequence && sequence.items().size() <= MOST_WORDS) {
            return sequence.items();
        }
        throw new FileMistake(
                part.line(), key.key() + " is no list that can be used", "a list of at most " + MOST_WORDS + " words");
    }

    private static String word(PolicyKey key, YamlPart item, PolicyWords allowed) {
        if (item instanceof YamlPart.Text text && allowed.take(text.value())) {
            return text.value();
        }
        String wrong = item instanceof YamlPart.Text text ? FileMistake.quoted(text.value()) : "this";
        throw new FileMistake(item.line(), wrong + " cannot be in " + key.key(), allowed.allowed());
    }

    private int number(PolicyKey key, int unchanged) {
        if (!parts.containsKey(key)) {
            return unchanged;
        }
        YamlPart part = parts.get(key);
        if (part instanceof YamlPart.Whole number && number.digits().matches("[1-9]\\d{0,8}")) {
            int value = Integer.parseInt(number.digits());
            if (value <= key.most()) {
                return value;
            }
        }
        throw new FileMistake(
                part.line(), key.key() + " has a value that is not possible", "a whole number from 1 to " + key.most());
    }
}
