package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Answer;
import org.safepython.executor.Await;
import org.safepython.executor.RealService;
import org.safepython.executor.Shell;
import org.safepython.executor.TestSettings;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** The image's name is given to another while containers of the old one wait, then to none. */
class ImageChangeIT {
    private static final int POOL = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path HERE = Path.of(".");

    private final String name = "safe-python-executor-test:" + UUID.randomUUID();
    private final Settings settings =
            TestSettings.with("EXECUTOR_POOL_SIZE", Integer.toString(POOL), "EXECUTOR_IMAGE", name);
    private final DockerSandbox sandbox = new DockerSandbox(settings);
    private final RealService service = new RealService(settings, sandbox);
    private final Containers containers = new Containers(settings);
    private final List<String> left = new ArrayList<>(List.of(name));

    @AfterEach
    void close() {
        service.close();
        sandbox.close();
        assertThat(containers.ids()).isEmpty();
        containers.close();
        left.forEach(image -> Shell.succeeds(HERE, "docker rmi --force " + image));
    }

    private String guestImage() {
        return new GuestImage(Language.PYTHON3, TestSettings.with().engine()).name();
    }

    private void fill() {
        containers.awaitPool(sandbox, POOL, PATIENCE);
    }

    @Test
    void testPoolFollowsTheNameAndNobodyGetsAContainerOfTheOldImage() {
        Shell.output(HERE, "docker tag " + guestImage() + " " + name);
        fill();
        List<String> old = containers.ids();
        String first = service.run("print(1)").guest().image();
        Shell.output(
                HERE,
                "id=$(docker create %s) && docker commit --change 'LABEL changed=1' $id %s && docker rm $id"
                        .formatted(guestImage(), name));
        sandbox.tidy();
        Set<String> then = imagesOfRuns(2 * POOL);
        String second = Shell.output(HERE, "docker image inspect --format {{.Id}} " + name)
                .strip();
        left.add(second);
        fill();

        assertThat(then).containsExactly(second).doesNotContain(first);
        assertThat(containers.ids()).doesNotContainAnyElementsOf(old);
        assertThat(service.run("print(3)").guest().image()).isEqualTo(second);

        fill();
        Shell.output(HERE, "docker rmi --force " + name);
        sandbox.tidy();

        assertThat(service.execute(RealService.request("print(4)"))).isInstanceOf(Answer.Unavailable.class);
        Await.until(PATIENCE, () -> containers.ids().isEmpty());
    }

    private Set<String> imagesOfRuns(int runs) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToObj(number -> service.run("print(" + number + ")").guest().image())
                .collect(Collectors.toSet());
    }
}
