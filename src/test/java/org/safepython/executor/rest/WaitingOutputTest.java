package org.safepython.executor.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingOutputTest {
    private static final byte[] HALF = new byte[200 * 1024];

    private final WaitingOutput output = new WaitingOutput();

    @Test
    void testWhatIsPutInComesOutTogether() throws InterruptedException {
        output.put(new byte[] {1});
        output.put(new byte[] {2});

        assertThat(output.take(1)).containsExactly(1, 2);
        assertThat(output.take(1)).isEmpty();
        assertThat(output.isOver()).isFalse();
    }

    @Test
    void testReaderThatTakesNothingIsGivenUp() {
        assertThat(output.put(HALF)).isTrue();
        assertThat(output.put(HALF)).isFalse();
        assertThat(output.put(new byte[1])).isFalse();
    }

    @Test
    void testReaderThatTakesInTimeGetsAll() throws Exception {
        output.put(HALF);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> output.put(HALF));

        assertThat(output.take(1)).hasSize(HALF.length);
        assertThat(second.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(output.take(5000)).hasSize(HALF.length);
    }

    @Test
    void testOnePieceMayBeLargerThanTheBound() throws InterruptedException {
        assertThat(output.put(new byte[400 * 1024])).isTrue();
        assertThat(output.take(1)).hasSize(400 * 1024);
    }

    @Test
    void testReaderThatIsGoneHoldsNobodyUp() throws Exception {
        output.put(HALF);
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> output.put(HALF));

        output.abandon();

        assertThat(second.get(500, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void testEndIsThereWhenAllIsTaken() throws InterruptedException {
        output.put(new byte[1]);
        output.end();

        assertThat(output.isOver()).isFalse();
        assertThat(output.take(1)).hasSize(1);
        assertThat(output.isOver()).isTrue();
        assertThat(output.take(60_000)).isEmpty();
    }
}
