package org.safepython.executor.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.Settings;

/** Presets of a policy file that is changed, broken, taken away and brought back. */
class PresetsTest {
    private static final String TWO = "presets: {a: {extends: strict, deny_names: [x]}, b: {extends: strict}}";

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path file;
    private Presets presets;

    @BeforeEach
    void load() throws IOException {
        file = folder.resolve("policy.yaml");
        write(TWO);
        presets = new Presets(settings("a,b,strict"));
    }

    private Settings settings(String policies) {
        return Settings.load(
                Map.of("EXECUTOR_POLICY_FILE", file.toString(), "EXECUTOR_POLICIES", policies), name -> null);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private void lookTwice() {
        presets.look();
        presets.look();
    }

    /** Without the limit of a second: the first program of all has a parser to load. */
    private List<String> rules(String preset, String program) {
        Preset judging = presets.allowed(preset).orElseThrow();
        return Judge.judge(SourceCode.of(program), judging, Language.PYTHON3, Deadline.in(LONG)).stream()
                .map(Violation::rule)
                .toList();
    }

    @Test
    void testPresetsOfTheFileStandBesideTheOthersInTheOrderOfTheSetting() {
        assertThat(presets.allowed()).extracting(Preset::name).containsExactly("a", "b", "strict");
        assertThat(presets.allowed("container")).isEmpty();
        assertThat(presets.exists("container")).isTrue();
        assertThat(presets.exists("c")).isFalse();
        assertThat(rules("a", "x = 1")).containsExactly("denied");
        assertThat(rules("b", "x = 1")).isEmpty();
        assertThat(presets.notes()).isEmpty();
    }

    @Test
    void testChangeCountsWhenTwoLooksHaveSeenIt() throws IOException {
        write(TWO.replace("[x]", "[y]"));
        presets.look();
        assertThat(rules("a", "x = 1")).containsExactly("denied");
        presets.look();
        assertThat(rules("a", "x = 1")).isEmpty();
        assertThat(rules("a", "y = 1")).containsExactly("denied");
        assertThat(presets.notes()).isEmpty();
    }

    @Test
    void testWhoHasAPresetKeepsIt() throws IOException {
        Preset before = presets.allowed("a").orElseThrow();
        write(TWO.replace("[x]", "[y]"));
        lookTwice();

        assertThat(Judge.judge(SourceCode.of("x = 1"), before, Language.PYTHON3, Deadline.in(LONG)))
                .hasSize(1);
        assertThat(presets.allowed("a")).get().isNotSameAs(before);
    }

    @Test
    void testBrokenFileKeepsTheOldPolicyAndSaysSoUntilItIsWhole() throws IOException {
        write("presets:\n  a: {extends: nothing}\n");
        lookTwice();
        assertThat(presets.notes())
                .containsExactly("policy.yaml:2: extends names no preset that can be extended; it is one of: "
                        + "strict, standard. What was read before stays in force.");
        assertThat(rules("a", "x = 1")).containsExactly("denied");

        write(TWO);
        lookTwice();
        assertThat(presets.notes()).isEmpty();
    }

    @Test
    void testMissingFileKeepsTheOldPolicyAndSaysSo() throws IOException {
        Files.delete(file);
        lookTwice();
        assertThat(presets.notes())
                .singleElement()
                .asString()
                .startsWith("policy.yaml: there is no such file")
                .endsWith("stays in force.");
        assertThat(rules("a", "x = 1")).containsExactly("denied");

        write("presets: {a: {extends: strict}, b: {extends: strict}}");
        lookTwice();
        assertThat(presets.notes()).isEmpty();
        assertThat(rules("a", "x = 1")).isEmpty();
    }

    @Test
    void testPresetThatVanishesKeepsItsLastDefinitionAndTheOthersChange() throws IOException {
        write("presets: {b: {extends: strict, deny_names: [z]}, c: {extends: strict}}");
        lookTwice();
        assertThat(presets.notes())
                .containsExactly("policy.yaml: the preset a is gone. What was read before stays in force.");
        assertThat(rules("a", "x = 1")).containsExactly("denied");
        assertThat(rules("b", "z = 1")).containsExactly("denied");
        assertThat(presets.exists("c")).isTrue();
        assertThat(presets.allowed("c")).isEmpty();

        write(TWO);
        lookTwice();
        assertThat(presets.notes()).isEmpty();
        assertThat(rules("b", "z = 1")).isEmpty();
    }

    @Test
    void testWithoutAFileThereIsNothingToLookAt() {
        Presets plain = new Presets(Settings.load(Map.of(), name -> null));
        plain.look();
        assertThat(plain.allowed()).first().isSameAs(Preset.STRICT);
        assertThat(plain.notes()).isEmpty();
    }

    /** The names x and y are denied together or not at all; nobody may see one without the other. */
    @Test
    void testTheWholeSetIsSwappedAtOnce() throws Exception {
        Path beside = folder.resolve("next");
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> reader = () -> {
            int seen = 0;
            for (; !done.get(); seen++) {
                List<Preset> now = presets.allowed();
                assertThat(now.get(0).terms().names())
                        .isEqualTo(now.get(1).terms().names());
            }
            return seen;
        };
        write("presets: {a: {extends: strict}, b: {extends: strict}}");
        lookTwice();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> seen = List.of(readers.submit(reader), readers.submit(reader));
            for (int i = 0; i < 200; i++) {
                String denied = "deny_names: [x" + i + "]";
                Files.writeString(
                        beside,
                        "presets: {a: {extends: strict, " + denied + "}, b: {extends: strict, " + denied + "}}");
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                lookTwice();
            }
            done.set(true);
            for (Future<Integer> count : seen) {
                assertThat(count.get()).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdownNow();
        }
    }
}
