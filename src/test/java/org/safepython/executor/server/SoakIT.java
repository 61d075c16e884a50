package org.safepython.executor.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Await;
import org.safepython.executor.Shell;
import org.safepython.executor.sandbox.docker.Containers;

/**
 * Mixed load on one server for a minute, or as long as {@code soak.seconds} says: no answer is wrong, and memory,
 * descriptors, threads and containers are at its end what they were after its first third.
 */
class SoakIT {
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 60));
    private static final int CLIENTS = 6;
    private static final int POOL = 4;
    private static final long MORE_MEMORY = 16L << 20;
    private static final int MORE_DESCRIPTORS = 15;
    /** The server's own pools grow and shrink by as many. */
    private static final int MORE_THREADS = 60;

    private static final Duration REST = Duration.ofMinutes(1);

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();

    /** What a process holds when it rests. */
    private record Holding(long heapBytes, int descriptors, int threads, int containers) {}

    @Test
    void testNothingGrowsAndNoAnswerIsWrong() throws Exception {
        try (TestServer server = TestServer.start(
                        Map.of("EXECUTOR_POLICIES", "strict,container", "EXECUTOR_POOL_SIZE", Integer.toString(POOL)));
                Containers containers = server.containers()) {
            load(server, LENGTH.dividedBy(3), 0);
            Holding before = holding(server, containers);
            load(server, LENGTH.multipliedBy(2).dividedBy(3), CLIENTS);
            Holding after = holding(server, containers);

            System.out.printf(
                    "Soak of %d s: %d served, %d turned away, %s, then %s%n",
                    LENGTH.toSeconds(), served.get(), turnedAway.get(), before, after);
            assertThat(served.get()).isGreaterThan((int) LENGTH.toSeconds() / 2);
            assertThat(after.heapBytes()).isLessThan(before.heapBytes() + MORE_MEMORY);
            assertThat(after.descriptors()).isLessThan(before.descriptors() + MORE_DESCRIPTORS);
            assertThat(after.threads()).isLessThan(before.threads() + MORE_THREADS);
            assertThat(after.containers()).isEqualTo(POOL);
        }
    }

    private void load(TestServer server, Duration length, int seed) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed + i);
            clients.add(threads.submit(() -> {
                Client client = new Client(server);
                while (System.nanoTime() < end) {
                    ask(client, random);
                }
                return null;
            }));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        threads.shutdown();
    }

    private void ask(Client client, Random random) {
        int number = random.nextInt(1_000_000);
        switch (random.nextInt(13)) {
            case 0 -> expect(client, "import os\nos._exit(%d)".formatted(number % 256), "exit_code", number % 256);
            case 1 -> expect(client, "while True: pass", "outcome", "timed_out");
            case 2 -> expect(client, "x = bytearray(1 << 30)", "outcome", "memory_exceeded");
            case 3 -> expect(client, "while True: print('x' * 9999)", "outcome", "output_exceeded");
            case 4 -> assertRefused(client.post("/run", Json.object("code", "import os # " + number)));
            case 5 ->
                assertThat(client.post("/check", Json.object("code", "x = " + number))
                                .body())
                        .isEqualTo("{\"accepted\": true, \"violations\": []}");
            case 6 -> assertThat(client.get("/").statusCode()).isEqualTo(200);
            case 7 -> repeat(client, number);
            case 8 -> stream(client, number);
            case 9 -> {
                String answer = "1 " + number + "\n";
                expect(client, "print 1, %d".formatted(number), "stdout", answer, "language", "python2");
            }
            default -> expect(client, "print(%d)".formatted(number), "stdout", number + "\n");
        }
    }

    private void expect(Client client, String code, String field, Object value, Object... more) {
        boolean flood = value.equals("output_exceeded");
        Object[] fields = Arrays.copyOf(more, more.length + 2);
        fields[more.length] = "timeout_ms";
        fields[more.length + 1] = flood ? 20_000 : value.equals("timed_out") ? 300 : 10_000;
        HttpResponse<String> answer = client.post("/run", Client.request(code, fields));
        if (isTurnedAway(answer)) {
            return;
        }
        JsonNode found = Json.parse(answer.body()).path(field);
        assertThat(found.asText()).as(answer.body()).isEqualTo(value.toString());
        served.incrementAndGet();
    }

    private boolean isTurnedAway(HttpResponse<String> answer) {
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            turnedAway.incrementAndGet();
            return true;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return false;
    }

    /** The same again gives the same again. */
    private void repeat(Client client, int number) {
        String[] key = {"Idempotency-Key", "soak-" + number};
        String request = Client.request("print(%d)".formatted(number), "timeout_ms", 10_000);
        HttpResponse<String> first = client.post("/run", request, key);
        if (!isTurnedAway(first)) {
            assertThat(Json.parse(first.body()).path("stdout").textValue()).isEqualTo(number + "\n");
            assertThat(client.post("/run", request, key).body().strip())
                    .isEqualTo(first.body().strip());
            served.incrementAndGet();
        }
    }

    private void stream(Client client, int number) {
        HttpResponse<String> answer = client.post(
                "/run",
                Client.request("print(%d)".formatted(number), "timeout_ms", 10_000),
                "Accept",
                "text/event-stream");
        if (!isTurnedAway(answer)) {
            assertThat(answer.body())
                    .startsWith("event: started\n")
                    .contains("event: result\n")
                    .contains("\"stdout\": \"" + number + "\\n\"");
            served.incrementAndGet();
        }
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"rule\": \"import\"");
    }

    /** After the last removals and a collection of garbage. */
    private static Holding holding(TestServer server, Containers containers) throws IOException {
        server.awaitPool();
        Await.until(REST, () -> containers.ids().size() == POOL, server::printed);
        long pid = server.process().pid();
        String collected = Shell.output(Path.of("."), System.getProperty("java.home") + "/bin/jcmd " + pid + " GC.run");
        assertThat(collected).contains("executed successfully");
        String metrics = new Client(server).get("/metrics").body();
        long heap = (long) metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return new Holding(
                heap, count(pid, "fd"), count(pid, "task"), containers.ids().size());
    }

    private static int count(long pid, String what) throws IOException {
        try (var entries = Files.list(Path.of("/proc/" + pid + "/" + what))) {
            return (int) entries.count();
        }
    }
}
