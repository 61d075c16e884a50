package org.safepython.executor.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShimGroupsTest {
    private static List<Map<String, String>> groups(ShimGroups shims, int containers) {
        return Stream.generate(() -> join(shims))
                .limit(containers)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable Map<String, String> join(ShimGroups shims) {
        CreateContainerCmd container = new CreateContainerCmdImpl(
                        command -> {
                            throw new AssertionError("nothing is created here");
                        },
                        new AuthConfig(),
                        "image")
                .withHostConfig(new HostConfig());
        shims.join(container);
        return Objects.requireNonNull(container.getHostConfig()).getAnnotations();
    }

    @Test
    void testSoManyInARowShareOne() {
        List<Map<String, String>> five = groups(new ShimGroups(2), 5);

        assertThat(five).allSatisfy(each -> assertThat(each).containsOnlyKeys("io.containerd.runc.v2.group"));
        assertThat(five.get(0)).isEqualTo(five.get(1));
        assertThat(five.get(2)).isEqualTo(five.get(3)).isNotEqualTo(five.get(0));
        assertThat(five.get(4)).isNotIn(five.subList(0, 4));
    }

    @Test
    void testAfterAFailureTheNextShareAnother() {
        ShimGroups shims = new ShimGroups(3);
        List<Map<String, String>> before = groups(shims, 1);
        shims.leave();
        List<Map<String, String>> after = groups(shims, 4);

        assertThat(after).doesNotContainAnyElementsOf(before);
        assertThat(after.get(0)).isEqualTo(after.get(1)).isEqualTo(after.get(2));
        assertThat(after.get(3)).isNotEqualTo(after.get(0));
    }

    @Test
    void testServersShareNone() {
        assertThat(groups(new ShimGroups(2), 1)).isNotEqualTo(groups(new ShimGroups(2), 1));
    }

    @Test
    void testAloneNoneIsInAGroup() {
        assertThat(join(new ShimGroups(1))).isNull();
    }
}
