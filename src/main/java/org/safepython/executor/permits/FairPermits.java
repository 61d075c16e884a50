package org.safepython.executor.permits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A number of permits, and of places to wait for one; each client has a share of both. Thread safe.
 *
 * <p>The client who holds fewest permits comes first, then the one who was granted one longest ago; the applications of
 * one client are granted in their order.
 */
public final class FairPermits {
    private final Shares shares;

    /** Those who hold a permit or wait for one; granted longest ago first. */
    private final Map<String, Client> clients = new LinkedHashMap<>();

    private int held;
    private int waiting;

    /** Makes permits of which none is held. */
    public FairPermits(Shares shares) {
        this.shares = shares;
    }

    /**
     * How much there is, and how much of it one client may have.
     *
     * @param permits permits that may be held at once
     * @param permitsOfOne permits that one client may hold at once
     * @param places applications that may wait
     * @param placesOfOne applications of one client that may wait
     */
    public record Shares(int permits, int permitsOfOne, int places, int placesOfOne) {}

    /** Asks for a permit, which may be granted before this returns. */
    public Application apply(String name) {
        return apply(name, shares.permitsOfOne);
    }

    /** The same for a client who may hold no more than so many; what was said last counts for all of its applications. */
    public Application apply(String name, int most) {
        CompletableFuture<Permit> permit = new CompletableFuture<>();
        synchronized (this) {
            Client client = clients.getOrDefault(name, new Client(name));
            client.most = Math.min(most, shares.permitsOfOne);
            if (!mayHold(client) && client.waiting.size() >= shares.placesOfOne) {
                return new Application.ShareUsedUp();
            }
            if (!mayHold(client) && waiting >= shares.places) {
                return new Application.Full();
            }
            clients.put(name, client);
            client.waiting.add(permit);
            waiting++;
            CompletableFuture<Permit> unused = permit.whenComplete((granted, cancelled) -> withdraw(client, permit));
        }
        grant();
        return new Application.Accepted(permit);
    }

    /** Applications that wait now. */
    public synchronized int waiting() {
        return waiting;
    }

    /** Waits until no permit is held; false where one still is. */
    public synchronized boolean awaitNoneHeld(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (held > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Permits that are held now. */
    public synchronized int held() {
        return held;
    }

    private boolean mayHold(Client client) {
        return held < shares.permits && client.held < client.most;
    }

    /** Futures are completed outside the lock: nobody knows what hangs on them. */
    private void grant() {
        for (Optional<Grant> next = next(); next.isPresent(); next = next()) {
            Client client = next.get().client();
            Permit permit = new Permit(() -> giveBack(client));
            if (!next.get().future().complete(permit)) {
                permit.close();
            }
        }
    }

    private synchronized Optional<Grant> next() {
        return clients.values().stream()
                .filter(client -> !client.waiting.isEmpty() && mayHold(client))
                .min(Comparator.comparingInt(client -> client.held))
                .map(this::hold);
    }

    private Grant hold(Client client) {
        clients.remove(client.name);
        clients.put(client.name, client);
        client.held++;
        held++;
        waiting--;
        return new Grant(client, client.waiting.remove());
    }

    private void giveBack(Client client) {
        synchronized (this) {
            client.held--;
            held--;
            forgetIfIdle(client);
            notifyAll();
        }
        grant();
    }

    private synchronized void withdraw(Client client, CompletableFuture<Permit> future) {
        if (client.waiting.removeIf(application -> application == future)) {
            waiting--;
            forgetIfIdle(client);
        }
    }

    private void forgetIfIdle(Client client) {
        if (client.held == 0 && client.waiting.isEmpty()) {
            clients.remove(client.name);
        }
    }

    private record Grant(Client client, CompletableFuture<Permit> future) {}

    /** What one client holds and waits for. Guarded by the permits. */
    private static final class Client {
        private final String name;
        private final Deque<CompletableFuture<Permit>> waiting = new ArrayDeque<>();
        private int held;
        private int most;

        private Client(String name) {
            this.name = name;
        }
    }
}
