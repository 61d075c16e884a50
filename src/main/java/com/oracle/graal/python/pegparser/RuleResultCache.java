package com.oracle.graal.python.pegparser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the parser's rules have found where: stands in for the parser's own class of this name, whose maps of maps take
 * two thirds of the parser's time. A chain of entries for each token; the grammar has too few rules for a long one.
 * Confined to one thread.
 *
 * @param <T> what rules find
 */
final class RuleResultCache<T extends @Nullable Object> {

    private static final int FIRST_POSITIONS = 1024;

    private final AbstractParser parser;
    private @Nullable Entry[] entries = new @Nullable Entry[FIRST_POSITIONS];

    RuleResultCache(AbstractParser parser) {
        this.parser = parser;
    }

    /** Whether a rule was tried at a position. */
    public boolean hasResult(int position, int rule) {
        return find(position, rule) != null;
    }

    /** What the rule found, perhaps nothing; the parser goes on behind it. */
    @SuppressWarnings({"unchecked", "NullAway"})
    public T getResult(int position, int rule) {
        Entry entry = find(position, rule);
        parser.reset(entry.end);
        return (T) entry.result;
    }

    /** Remembers what a rule found at a position, up to where the parser is. */
    public T putResult(int position, int rule, T result) {
        Entry entry = find(position, rule);
        if (entry == null) {
            entry = add(position, rule);
        }
        entry.result = result;
        entry.end = parser.mark();
        return result;
    }

    private @Nullable Entry find(int position, int rule) {
        Entry entry = position < entries.length ? entries[position] : null;
        while (entry != null && entry.rule != rule) {
            entry = entry.next;
        }
        return entry;
    }

    private Entry add(int position, int rule) {
        if (position >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(position + 1, 2 * entries.length));
        }
        Entry entry = new Entry(rule, entries[position]);
        entries[position] = entry;
        return entry;
    }

    /** Forgets everything. */
    public void clear() {
        Arrays.fill(entries, null);
    }

    private static final class Entry {
        final int rule;
        final @Nullable Entry next;

        @Nullable
        Object result;

        int end;

        Entry(int rule, @Nullable Entry next) {
            this.rule = rule;
            this.next = next;
        }
    }
}
