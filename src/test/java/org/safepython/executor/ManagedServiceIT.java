package org.safepython.executor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.SourceCode;
import org.safepython.executor.sandbox.ProgramEvents;
import org.safepython.executor.settings.Language;

/**
 * The service inside the server: the product's own archive, its own beans, the server's own threads. Only the guard is
 * left out: it would refuse the address at which Arquillian asks for its tests.
 */
@ExtendWith(ArquillianExtension.class)
class ManagedServiceIT {
    @Inject
    private ExecutionService service;

    @Inject
    @Deadlines
    private ScheduledExecutorService deadlines;

    @Deployment
    static WebArchive archive() {
        WebArchive archive = ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war.file")));
        archive.delete("/WEB-INF/classes/org/safepython/executor/http/Guard.class");
        return archive;
    }

    private Answer execute(String code, Duration timeout) throws Exception {
        ExecutionRequest request = new ExecutionRequest(
                Client.of("test"),
                SourceCode.of(code),
                Language.PYTHON3,
                new byte[0],
                List.of(),
                timeout,
                Preset.STRICT,
                false);
        long end = System.nanoTime() + SECONDS.toNanos(60);
        while (true) {
            Answer answer = service.execute(request, System.nanoTime(), ProgramEvents.UNHEARD)
                    .answer()
                    .get(60, SECONDS);
            // The walls are being proven at first.
            if (!(answer instanceof Answer.Preparing) || System.nanoTime() > end) {
                return answer;
            }
            Thread.sleep(200);
        }
    }

    @Test
    void testTimeoutOfARealRunFiresOnAThreadOfTheServer() throws Exception {
        assertTrue(deadlines.submit(Thread::currentThread).get(60, SECONDS) instanceof ManageableThread);

        Answer answer = execute("print('partial')\nwhile True:\n    pass\n", Duration.ofSeconds(1));

        ExecutionResult result = ((Answer.Executed) answer).result();
        assertEquals(Outcome.TIMED_OUT, result.conclusion().outcome());
        assertEquals("partial\n", result.stdout().text());
        assertTrue(result.timings().run().doubleValue() >= 1000, result.timings()::toString);
    }

    @Test
    void testRefusedProgramNeverRuns() throws Exception {
        Answer answer = execute("import os", Duration.ofSeconds(1));

        assertEquals("import", ((Answer.Refused) answer).violations().get(0).rule());
    }
}
