package org.safepython.executor.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.safepython.executor.MonotonicClock;
import org.safepython.executor.settings.AccessSettings;
import org.safepython.executor.settings.Key;
import org.safepython.executor.settings.Settings;

/**
 * How many requests a minute each key, and each address without one, may send. A client that was quiet may send a whole
 * minute's at once; the place of one comes back after its share of a minute. Thread safe.
 */
@Singleton
public class RateLimits {
    private static final int MOST_CLIENTS = 10_000;

    private final AccessSettings settings;
    private final TimeMeter time;

    private final Map<Limited, Bucket> buckets = Bounded.byUse(MOST_CLIENTS);

    @Inject
    RateLimits(Settings settings, MonotonicClock clock) {
        this.settings = settings.access();
        this.time = new ServiceTime(clock);
    }

    /** Counts a request of the holder of a key. */
    public Rate ofKey(Key key) {
        return count("key", new Limited("key " + key.name(), key.perMinute().orElse(settings.keyRate())));
    }

    /** Counts a request that is not on the account of a key. */
    public Rate ofAddress(String place) {
        return count("address", new Limited(place, settings.addressRate()));
    }

    private Rate count(String policy, Limited limited) {
        ConsumptionProbe probe = bucket(limited).tryConsumeAndReturnRemaining(1);
        return new Rate(
                policy,
                limited.perMinute(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private synchronized Bucket bucket(Limited limited) {
        return buckets.computeIfAbsent(limited, this::newBucket);
    }

    private Bucket newBucket(Limited limited) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(limited.perMinute()).refillGreedy(limited.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /** A client under its limit: who gets another one begins anew. */
    private record Limited(String client, int perMinute) {}

    private record ServiceTime(MonotonicClock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
