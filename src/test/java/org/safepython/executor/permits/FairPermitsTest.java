package org.safepython.executor.permits;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One client after the other, none more than its share, and every permit comes back. */
class FairPermitsTest {
    private final FairPermits permits = new FairPermits(new FairPermits.Shares(3, 2, 4, 2));

    @Test
    void testFreePermitIsGrantedAtOnce() {
        assertThat(ask("a")).isDone();
        assertThat(permits.held()).isEqualTo(1);
        assertThat(permits.waiting()).isZero();
    }

    @Test
    void testOneClientHoldsNoMoreThanItsShare() {
        ask("a");
        ask("a");

        assertThat(ask("a")).isNotDone();
        assertThat(ask("b")).isDone();
        assertThat(permits.held()).isEqualTo(3);
    }

    @Test
    void testClientMayHaveASmallerShareOfItsOwnAndNoLargerOne() {
        Permit first = accepted(permits.apply("a", 1)).join();
        CompletableFuture<Permit> second = accepted(permits.apply("a", 1));
        assertThat(second).isNotDone();
        assertThat(accepted(permits.apply("b", 100))).isDone();
        first.close();
        assertThat(second).isDone();

        second.join().close();
        accepted(permits.apply("a", 100)).join();
        assertThat(accepted(permits.apply("a", 100))).isDone();
        assertThat(accepted(permits.apply("a", 100))).isNotDone();
    }

    @Test
    void testOneClientWaitsInNoMorePlacesThanItsShare() {
        for (int i = 0; i < 4; i++) {
            ask("a");
        }

        assertThat(permits.apply("a")).isEqualTo(new Application.ShareUsedUp());
        assertThat(ask("b")).isDone();
    }

    @Test
    void testFullQueueRefusesWhoeverComes() {
        List.of("a", "a", "b", "a", "a", "b", "c").forEach(this::ask);

        assertThat(permits.apply("d")).isEqualTo(new Application.Full());
        assertThat(permits.waiting()).isEqualTo(4);
    }

    @Test
    void testWhoHoldsLeastComesNext() {
        Permit first = ask("a").join();
        ask("a");
        ask("b");
        CompletableFuture<Permit> more = ask("a");
        CompletableFuture<Permit> newcomer = ask("c");

        first.close();

        assertThat(newcomer).isDone();
        assertThat(more).isNotDone();
    }

    @Test
    void testWhoWaitedLongestComesFirstAmongEquals() {
        FairPermits one = new FairPermits(new FairPermits.Shares(1, 1, 9, 9));
        List<String> order = new ArrayList<>();
        Permit running = accepted(one.apply("x")).join();
        for (String name : List.of("a", "a", "a", "b", "b", "c")) {
            Future<?> unused = accepted(one.apply(name)).thenAccept(permit -> {
                order.add(name);
                permit.close();
            });
        }

        running.close();

        assertThat(order).containsExactly("a", "b", "c", "a", "b", "a");
        assertThat(one.held()).isZero();
    }

    @Test
    void testCancelledApplicationGivesItsPlaceUp() {
        Permit running = ask("a").join();
        ask("a");
        CompletableFuture<Permit> gone = ask("a");
        CompletableFuture<Permit> next = ask("a");

        gone.cancel(false);
        assertThat(permits.waiting()).isEqualTo(1);
        running.close();

        assertThat(next).isCompleted();
        assertThat(permits.held()).isEqualTo(2);
    }

    @Test
    void testPermitComesBackOnce() {
        Permit permit = ask("a").join();

        permit.close();
        permit.close();

        assertThat(permits.held()).isZero();
    }

    @Test
    void testPermitsAddUpUnderContention() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 4000; i++) {
            String name = "client" + i % 5;
            boolean impatient = i % 7 == 0;
            threads.execute(() -> {
                if (permits.apply(name) instanceof Application.Accepted accepted) {
                    Future<?> unused = accepted.permit().thenAccept(permit -> {
                        granted.incrementAndGet();
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        running.decrementAndGet();
                        permit.close();
                    });
                    if (impatient) {
                        accepted.permit().cancel(false);
                    }
                }
            });
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(granted).hasPositiveValue();
        assertThat(most.get()).isBetween(1, 3);
        assertThat(permits.held()).isZero();
        assertThat(permits.waiting()).isZero();
    }

    @CanIgnoreReturnValue
    private CompletableFuture<Permit> ask(String client) {
        return accepted(permits.apply(client));
    }

    private static CompletableFuture<Permit> accepted(Application application) {
        assertThat(application).isInstanceOf(Application.Accepted.class);
        return ((Application.Accepted) application).permit();
    }
}
