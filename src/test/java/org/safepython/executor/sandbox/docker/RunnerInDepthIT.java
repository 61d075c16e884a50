package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Settings;

/** What is tried under Python 3 alone: it takes calls that Python 2 has not, or long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnerInDepthIT {
    private final Settings settings = TestSettings.with();
    private final Containers containers = new Containers(settings);
    private final TestCell cells = new TestCell(new DockerSandbox(settings));

    @AfterEach
    void harmlessProgramAnswers() {
        assertThat(cells.run("print('fine')").stdout()).isEqualTo("fine\n");
    }

    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        cells.close();
        assertThat(containers.awaitNone()).isEmpty();
        containers.close();
    }

    @Test
    void testExitCodesAreExact() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> labels = new ArrayList<>();
        for (int code = 0; code < 256; code++) {
            String program = "import os\nos._exit(" + code + ")";
            labels.add(threads.submit(() -> cells.run(program).label()));
        }
        threads.shutdown();

        List<String> seen = new ArrayList<>();
        for (Future<String> label : labels) {
            seen.add(label.get());
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 256).mapToObj(code -> "exit " + code).toList());
    }

    @Test
    void testProcessOneCannotBeTracedLimitedOrSlowed() {
        TestCell.Outcome outcome = cells.run("""
                import ctypes, errno, os
                libc = ctypes.CDLL(None, use_errno=True)
                def call(*arguments):
                    result = libc.syscall(*arguments)
                    return result if result >= 0 else errno.errorcode[ctypes.get_errno()]
                limit = (ctypes.c_ulong * 2)(0, 0)
                # ptrace attach and seize, process_vm_writev, prlimit of CPU, of files, of address space
                print(call(101, 16, 1, 0, 0), call(101, 0x4206, 1, 0, 0), call(311, 1, 0, 0, 0, 0, 0))
                print(*(call(302, 1, resource, limit, 0) for resource in (0, 7, 9)))
                print(*(call(302, os.getppid(), resource, limit, 0) for resource in (0, 7, 9)))
                # setpriority of a process, of the user; sched_setaffinity
                print(call(141, 0, 1, 19), call(141, 2, 0, 19), call(203, 1, 8, limit))
                # Oneself, one may.
                print(os.nice(1), os.sched_setaffinity(0, os.sched_getaffinity(0)))
                """);

        assertThat(outcome.label()).isEqualTo("exit 0");
        assertThat(outcome.stdout()).isEqualTo("EPERM EPERM EPERM\n".repeat(4) + "1 None\n");
    }

    @Test
    void testMessagesOfTheSystemThatOutliveTheirSenderAreNoMemory() {
        TestCell.Outcome outcome = cells.run("""
                import array, os, socket
                # Sockets in flight hold more than any descriptor limit: they die with the container.
                pairs = [socket.socketpair() for _ in range(40)]
                for left, right in pairs:
                    try:
                        for _ in range(10):
                            left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [1, 2]))])
                    except OSError:
                        pass
                print("sent")
                """);

        assertThat(outcome.label()).isEqualTo("exit 0");
        assertThat(outcome.stdout()).isEqualTo("sent\n");
    }

    @Test
    void testOutputHeldByADescriptorInFlightEndsWithTheProgram() {
        TestCell.Outcome outcome = cells.run("""
                import array, os, socket
                left, right = socket.socketpair()
                # A socket that is on its way through itself, with the output in its luggage, closes when the kernel looks.
                luggage = array.array("i", [1, left.fileno(), right.fileno()])
                left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, luggage)])
                right.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, luggage)])
                os.write(1, b"last words")
                os._exit(6)
                """, new byte[0], List.of(), false, Duration.ofSeconds(3));

        assertThat(outcome.label()).isEqualTo("exit 6");
        assertThat(outcome.stdout()).isEqualTo("last words");
    }
}
