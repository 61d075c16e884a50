package org.safepython.executor.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BodiesTest {
    private final Bodies bodies = new Bodies(Duration.ofMillis(200), 100_000);

    private void assertRefused(InputStream body, ProblemType type) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bodies.read(body, 50_000))
                .matches(refused -> refused.problem().type() == type)
                .matches(refused -> "close".equals(refused.problem().headers().get("Connection")));
    }

    @Test
    void testBodyUpToTheBoundIsRead() {
        assertThat(bodies.read(new ByteArrayInputStream(new byte[50_000]), 50_000))
                .hasSize(50_000);
        assertRefused(new ByteArrayInputStream(new byte[50_001]), ProblemType.TOO_LARGE);
    }

    @Test
    void testBodyThatDripsIsRefusedWhenItsTimeIsOver() {
        assertRefused(
                new InputStream() {
                    @Override
                    public int read() {
                        return 1;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        try {
                            Thread.sleep(30);
                        } catch (InterruptedException interrupted) {
                            throw new IOException(interrupted);
                        }
                        return 1;
                    }
                },
                ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void testBodyThatBreaksOffIsRefused() {
        InputStream gone = new ByteArrayInputStream(new byte[10]) {
            @Override
            public int read(byte[] into) throws IOException {
                throw new IOException("gone");
            }
        };
        assertRefused(gone, ProblemType.MALFORMED_REQUEST);
    }

    /** What others hold counts while it arrives, and no longer. */
    @Test
    void testAllThatArriveShareABound() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread[] slow = new Thread[2];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = new Thread(() -> bodies.read(halting(arrived, goOn), 50_000));
            slow[i].start();
        }
        arrived.await();
        assertRefused(new ByteArrayInputStream(new byte[40_000]), ProblemType.BUSY);

        goOn.countDown();
        for (Thread thread : slow) {
            thread.join();
        }
        assertThat(bodies.read(new ByteArrayInputStream(new byte[40_000]), 50_000))
                .hasSize(40_000);
    }

    /** Gives 48,000 bytes, then waits. */
    private static InputStream halting(CountDownLatch arrived, CountDownLatch goOn) {
        return new InputStream() {
            private int left = 48_000;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (left > 0) {
                    int count = Math.min(left, length);
                    left -= count;
                    return count;
                }
                arrived.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
                return -1;
            }
        };
    }
}
