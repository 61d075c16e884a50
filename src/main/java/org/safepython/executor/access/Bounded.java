package org.safepython.executor.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry where there are too many. Not thread safe. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    private Bounded(int most, boolean byUse) {
        super(16, LOAD, byUse);
        this.most = most;
    }

    /** The oldest is the one that was put first. */
    static <K, V> Map<K, V> byAge(int most) {
        return new Bounded<>(most, false);
    }

    /** The oldest is the one that was used longest ago. */
    static <K, V> Map<K, V> byUse(int most) {
        return new Bounded<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
