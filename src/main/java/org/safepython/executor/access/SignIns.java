package org.safepython.executor.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.settings.Key;

/**
 * Those who have signed in at the page, each with a token in place of the key. A token ends with its time, with its key,
 * or when its holder signs out; the server forgets all when it ends. Thread safe.
 */
@Singleton
public class SignIns {
    /** How long a token is good. */
    public static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 10_000;
    private static final int MOST_OF_ONE_KEY = 100;

    private final KeyRing keys;
    private final MonotonicClock clock;

    /** By the digest of the token. */
    private final Map<String, SignIn> all = Bounded.byAge(MOST);

    @Inject
    SignIns(KeyRing keys, MonotonicClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Whose it is, by the key's digest too: another key of the same name is another's. */
    private record SignIn(String name, String digest, long since) {}

    /** A token for the holder of a key. */
    public synchronized String begin(Key key) {
        List<String> own = all.entrySet().stream()
                .filter(entry -> entry.getValue().digest().equals(key.digest()))
                .map(Map.Entry::getKey)
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE_KEY + 1)).forEach(all::remove);
        String token = Key.newSecret();
        all.put(Key.digest(token), new SignIn(key.name(), key.digest(), clock.nanos()));
        return token;
    }

    /** The key of a token, where both are still good. */
    public synchronized Optional<Key> keyOf(String token) {
        return Optional.ofNullable(all.get(Key.digest(token)))
                .filter(signIn -> clock.nanos() - signIn.since() < LONGEST.toNanos())
                .flatMap(signIn -> keys.named(signIn.name()).filter(key -> key.has(signIn.digest())));
    }

    /** Ends a token. */
    public synchronized void end(String token) {
        all.remove(Key.digest(token));
    }
}
