package org.safepython.executor.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Good and bad policy files, each judged by the reader and by the shipped schema. */
class PolicyFileTest {
    private static final Path FILE = Path.of("/etc/executor/policy.yaml");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(PolicySchema.schema());

    private static List<PresetDefinition> read(String text) {
        return PolicyFile.of(FILE, text).presets();
    }

    private static Terms terms(String keys) {
        return read(preset(keys)).get(0).terms();
    }

    private static String derived(String keys) {
        return preset(keys).replace("strict", "standard");
    }

    private static String preset(String keys) {
        return "presets:\n  p:\n    extends: strict\n" + keys.indent(4);
    }

    private static boolean isValid(String text) {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(text);
        return SCHEMA.validate(new ObjectMapper().valueToTree(tree)).isEmpty();
    }

    private static Set<String> without(Set<String> words, String... fewer) {
        Set<String> left = new HashSet<>(words);
        left.removeAll(Set.of(fewer));
        return left;
    }

    static Stream<String> good() throws IOException {
        return Stream.of(
                Files.readString(Path.of("docs/policy.example.yaml")),
                preset(""),
                preset("description: 'one: line, \"quoted\" and größer'"),
                preset("allow_modules: [math, collections.abc, __future__, osmosis, sysconfig]"),
                preset("allow_modules: []\ndeny_modules: []"),
                derived("deny_modules: [random, collections.abc]\nallow_modules: [shelve]"),
                preset("deny_builtins: [print, raw_input, ValueError]"),
                preset("allow_builtins: [open, __import__]"),
                preset("deny_names: [x, _, __class__, matching, Nonesuch]"),
                preset("allow_special_names: [__class__, __a__, __A1__]"),
                preset("max_bytes: 1\nmax_nesting: 1"),
                preset("max_bytes: 65536\nmax_nesting: 200"),
                "{\"presets\": {\"a-1\": {\"extends\": \"strict\", \"deny_names\": [\"x\"]}}}",
                "%YAML 1.2\n---\npresets: {q: {extends: strict}}\n...\n",
                "presets:\n"
                        + IntStream.range(0, 32)
                                .mapToObj(i -> "  p" + i + ": {extends: strict}\n")
                                .collect(Collectors.joining()),
                preset("deny_names: ["
                        + IntStream.range(0, 1000).mapToObj(i -> "x" + i).collect(Collectors.joining(", ")) + "]"),
                preset("deny_names: [" + "x".repeat(100) + "]"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void testGoodFilesAreTakenByReaderAndSchema(String text) {
        assertThatCode(() -> read(text)).doesNotThrowAnyException();
        assertThat(isValid(text)).isTrue();
    }

    /** Both say no; where, and in what words. */
    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("--- ~", 1, "the file is no mapping; it has the key presets"),
                arguments("[]", 1, "the file is no mapping"),
                arguments("{}", 1, "there are 0 presets; 1 to 32 under presets"),
                arguments("presets:\n", 1, "presets is no mapping; names with what they mean"),
                arguments("presets: {}", 1, "there are 0 presets"),
                arguments("preset:\n  p: {extends: strict}", 1, "there is no key \"preset\"; there are: presets"),
                arguments("presets:\n  p: {extends: strict}\nmore: 1", 3, "there is no key \"more\""),
                arguments("presets:\n  strict: {extends: strict}", 2, "\"strict\" cannot name a preset; a name has"),
                arguments("presets:\n  standard: {extends: strict}", 2, "none of strict, standard, container"),
                arguments("presets:\n  container: {extends: strict}", 2, "\"container\" cannot name a preset"),
                arguments("presets:\n  Lessons: {extends: strict}", 2, "\"Lessons\" cannot name a preset"),
                arguments("presets:\n  'a b': {extends: strict}", 2, "\"a b\" cannot name a preset"),
                arguments("presets:\n  " + "a".repeat(41) + ": {extends: strict}", 2, "at most 40 small letters"),
                arguments("presets:\n  p:\n", 2, "p is no mapping; its keys are extends, description, allow_modules"),
                arguments("presets:\n  p: {}", 2, "p extends nothing; extends is needed, it is one of: strict"),
                arguments("presets:\n\n  p:\n    extends: container\n", 4, "extends names no preset that can be"),
                arguments("presets:\n  p:\n    extends: [strict]\n", 3, "it is one of: strict"),
                arguments("presets:\n  p: {extends: strict}\n  q:\n    extends: p\n", 4, "extends names no preset"),
                arguments(preset("rules: []"), 4, "there is no key \"rules\"; there are: extends, description"),
                arguments(preset("source: false"), 4, "there is no key \"source\""),
                arguments(preset("# more\n\nAllow_modules: []"), 6, "there is no key \"Allow_modules\""),
                arguments(preset("description: 5"), 4, "description is no line of text; a string of 1 to 300"),
                arguments(preset("description: ''"), 4, "description is no line of text"),
                arguments(preset("description: |\n  two\n  lines"), 4, "description is no line of text"),
                arguments(preset("description: " + "x".repeat(301)), 4, "description is no line of text"),
                arguments(preset("allow_modules: math"), 4, "allow_modules is no list that can be used; a list of"),
                arguments(preset("allow_modules:"), 4, "allow_modules is no list"),
                arguments(preset("allow_modules:\n  math: true"), 5, "allow_modules is no list"),
                arguments(preset("allow_modules:\n- math\n- 5"), 6, "this cannot be in allow_modules; a module's"),
                arguments(preset("allow_modules:\n- math\n- null"), 6, "this cannot be in allow_modules"),
                arguments(preset("allow_modules:\n- [math]"), 5, "this cannot be in allow_modules"),
                arguments(preset("allow_modules: [no-module]"), 4, "\"no-module\" cannot be in allow_modules"),
                arguments(preset("allow_modules: ['']"), 4, "\"\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [math.]"), 4, "\"math.\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [.math]"), 4, "\".math\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [größe]"), 4, "\"größe\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [a.class]"), 4, "\"a.class\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [math, os]"), 4, "none of the system modules builtins, ctypes"),
                arguments(preset("allow_modules: [os.path]"), 4, "\"os.path\" cannot be in allow_modules"),
                arguments(preset("allow_modules: [math, math]"), 4, "\"math\" is twice in allow_modules; each stands"),
                arguments(preset("deny_modules: [random]"), 4, "leave the key out: strict allows no module"),
                arguments(
                        derived("deny_modules: [random, randm]"), 4, "a module that standard allows: __future__, abc"),
                arguments(derived("deny_modules: [os]"), 4, "\"os\" cannot be in deny_modules"),
                arguments(preset("allow_builtins: [print]"), 4, "a built-in that is refused: __import__, breakpoint"),
                arguments(preset("deny_builtins: [prnt]"), 4, "\"prnt\" cannot be in deny_builtins; a built-in of"),
                arguments(preset("deny_names: [a.b]"), 4, "a Python identifier of ASCII letters"),
                arguments(preset("deny_names: [if]"), 4, "\"if\" cannot be in deny_names"),
                arguments(preset("deny_names: [1x]"), 4, "\"1x\" cannot be in deny_names"),
                arguments(preset("deny_names: [" + "x".repeat(101) + "]"), 4, "x\u2026\" cannot be in deny_names"),
                arguments(preset("deny_attributes: [true]"), 4, "this cannot be in deny_attributes"),
                arguments(preset("allow_special_names: [__class]"), 4, "\"__class\" cannot be in allow_special"),
                arguments(preset("allow_special_names: [____]"), 4, "a name __x__, save __import__"),
                arguments(preset("allow_special_names: [__import__]"), 4, "\"__import__\" cannot be in"),
                arguments(preset("max_bytes: 0"), 4, "max_bytes has a value that is not possible; a whole number"),
                arguments(preset("max_bytes: -1"), 4, "from 1 to 65536"),
                arguments(preset("max_bytes: 65537"), 4, "from 1 to 65536"),
                arguments(preset("max_bytes: 99999999999999999999"), 4, "from 1 to 65536"),
                arguments(preset("max_bytes: 1.5"), 4, "from 1 to 65536"),
                arguments(preset("max_bytes: '100'"), 4, "from 1 to 65536"),
                arguments(preset("max_bytes: 64 KiB"), 4, "from 1 to 65536"),
                arguments(preset("max_nesting: 201"), 4, "from 1 to 200"),
                arguments(
                        "presets:\n"
                                + IntStream.range(0, 33)
                                        .mapToObj(i -> "  p" + i + ": {extends: strict}\n")
                                        .collect(Collectors.joining()),
                        1,
                        "there are 33 presets; 1 to 32"),
                arguments(
                        preset("deny_names: ["
                                + IntStream.range(0, 1001)
                                        .mapToObj(i -> "x" + i)
                                        .collect(Collectors.joining(", ")) + "]"),
                        4,
                        "a list of at most 1000 words"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void testBadFilesAreRefusedByReaderAndSchema(String text, int line, String words) {
        assertMistake(text, line, words);
        assertThat(isValid(text)).isFalse();
    }

    /** What is wrong before there is anything for a schema to judge. */
    static Stream<Arguments> noPlainYaml() {
        return Stream.of(
                arguments("", 1, "the file is empty; the file is one plain YAML document"),
                arguments("# nothing\n", 1, "the file is empty"),
                arguments("presets:\n\tp: 1", 2, "this is not YAML: found character"),
                arguments("presets:\n  p: {extends: strict", 2, "this is not YAML: "),
                arguments("presets: \u0007", 1, "this is not YAML: a character that cannot be printed"),
                arguments("a: 1\nb: 2\n\u0007", 3, "this is not YAML: a character that cannot be printed"),
                arguments("presets: {p: {extends: strict}}\n---\nx: 1", 2, "there is a second document"),
                arguments("presets:\n  p: {extends: strict}\n  p: {extends: strict}", 3, "\"p\" is there twice"),
                arguments(preset("max_bytes: 5\nmax_bytes: 5"), 5, "\"max_bytes\" is there twice; each key stands"),
                arguments("presets: {1: {extends: strict}}", 1, "this key is no name; a key is a plain word"),
                arguments("presets: {[p]: {extends: strict}}", 1, "this key is no name"),
                arguments("presets: {p: &a {extends: strict}, q: *a}", 1, "anchors and aliases are not taken"),
                arguments("x: *a", 1, "anchors and aliases are not taken"),
                arguments("a: &a [x]\nb: [*a, *a]", 1, "anchors and aliases are not taken"),
                arguments("&a [*a]", 1, "anchors and aliases are not taken"),
                arguments("presets: !!map {}", 1, "tags are not taken"),
                arguments(preset("description: !!str 5"), 4, "tags are not taken"),
                arguments("presets: !!java.net.URL [x]", 1, "tags are not taken"),
                arguments("presets:\n  <<: {extends: strict}", 2, "\"<<\" cannot name a preset"),
                arguments("[".repeat(200_000), 1, "this is nested too deeply"),
                arguments("{a: ".repeat(50_000), 1, "this is nested too deeply"),
                arguments(preset("deny_names: [[[[[[[[x]]]]]]]]"), 4, "this is nested too deeply"));
    }

    @ParameterizedTest
    @MethodSource("noPlainYaml")
    void testWhatIsNoPlainYamlIsRefused(String text, int line, String words) {
        assertMistake(text, line, words);
    }

    /** The schema says so too, but not to a validator whose dollar sign takes a line break for the end. */
    @Test
    void testLineBreakAtTheEndOfANameIsRefused() {
        assertMistake("presets:\n  \"a\\n\": {extends: strict}", 2, "\"a?\" cannot name a preset");
        assertMistake(preset("allow_modules: [\"math\\n\"]"), 4, "\"math?\" cannot be in allow_modules");
    }

    private static void assertMistake(String text, int line, String words) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(FileMistake.class, mistake -> {
            assertThat(mistake.in(FILE))
                    .startsWith("/etc/executor/policy.yaml:" + line + ": ")
                    .contains(words)
                    .contains("; ")
                    .doesNotContainPattern("\\p{Cntrl}");
        });
    }

    @Test
    void testKeysChangeTheTermsOfTheBase() {
        Terms strict = Terms.STRICT;
        assertThat(terms("")).isEqualTo(strict);
        assertThat(terms("allow_modules: [math, a.b]").modules()).containsExactlyInAnyOrder("math", "a.b");
        assertThat(terms("allow_builtins: [open]").builtins()).isEqualTo(without(strict.builtins(), "open"));
        assertThat(terms("deny_builtins: [print]").builtins())
                .hasSize(strict.builtins().size() + 1)
                .contains("print");
        assertThat(terms("deny_names: [a]").names()).containsExactly("a");
        assertThat(terms("deny_attributes: [b]").attributes()).containsExactly("b");
        assertThat(terms("allow_special_names: [__c__]").specialNames()).containsExactly("__c__");
        assertThat(terms("max_bytes: 10").bytes()).isEqualTo(10);
        assertThat(terms("max_nesting: 20").nesting()).isEqualTo(20);
    }

    @Test
    void testWhatIsDeniedWinsOverWhatIsAllowed() {
        assertThat(terms("allow_builtins: [open]\ndeny_builtins: [open]").builtins())
                .isEqualTo(Terms.STRICT.builtins());
    }

    @Test
    void testModulesOfStandardCanBeTakenAway() {
        Terms terms = read(derived("allow_modules: [a, random]\ndeny_modules: [random, math]"))
                .get(0)
                .terms();
        Set<String> modules = without(Terms.STANDARD.modules(), "random", "math");
        modules.add("a");
        assertThat(terms.modules()).isEqualTo(modules);
    }

    @Test
    void testPresetsHaveNameParentAndDescription() {
        List<PresetDefinition> presets = read("presets: {a: {extends: strict}, b: {extends: strict, description: B}}");

        assertThat(presets).extracting(PresetDefinition::name).containsExactly("a", "b");
        assertThat(presets).extracting(PresetDefinition::description).containsExactly("Derived from strict.", "B");
        assertThat(presets).allMatch(preset -> preset.parent().orElseThrow().equals("strict"));
    }

    @Test
    void testFilesThatCannotBeReadAreMistakes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("policy.yaml");
        assertUnreadable(file, "there is no such file");
        assertUnreadable(folder, "there is no such file");
        assertUnreadable(Path.of("/dev/zero"), "there is no such file");
        Files.write(file, new byte[] {'a', (byte) 0xFF});
        assertUnreadable(file, "the file is not UTF-8; text in UTF-8");
        Files.writeString(file, "#".repeat(256 * 1024 + 1));
        assertUnreadable(file, "the file is too large; at most 256 KiB");
        Files.writeString(file, "presets: {p: {extends: strict}}\n#" + "x".repeat(256 * 1024 - 33), UTF_8);
        assertThat(PolicyFile.read(file).presets()).hasSize(1);
    }

    private static void assertUnreadable(Path file, String words) {
        assertThatThrownBy(() -> PolicyFile.read(file))
                .isInstanceOfSatisfying(
                        FileMistake.class,
                        mistake -> assertThat(mistake.in(file)).startsWith(file + ": " + words));
    }

    private static Settings load(Path file, String policies) {
        return Settings.load(
                Map.of("EXECUTOR_POLICY_FILE", file.toString(), "EXECUTOR_POLICIES", policies), name -> null);
    }

    @Test
    void testSettingsKnowThePresetsOfTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), preset("deny_names: [x]"));

        assertThat(load(file, "p,strict").policies()).containsExactly("p", "strict");
        assertThat(load(file, "strict").policyFile().orElseThrow().presets()).hasSize(1);
        assertThatThrownBy(() -> load(file, "q"))
                .hasMessage("EXECUTOR_POLICIES=q is not possible: one or more of strict, standard, container, p,"
                        + " separated by commas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"presets: 5", ""})
    void testMistakeInTheFileIsAWrongSetting(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), text);

        assertThatThrownBy(() -> load(file, "strict")).isInstanceOfSatisfying(InvalidSettingException.class, wrong -> {
            assertThat(wrong.line()).startsWith(file + ":1: ");
            assertThat(wrong.summary()).startsWith("policy.yaml:1: ");
        });
        assertThatThrownBy(() -> load(folder.resolve("none"), "strict")).hasMessageContaining("none: there is no");
        assertThatThrownBy(() -> Settings.load(Map.of("EXECUTOR_POLICY_FILE", "a\0b"), name -> null))
                .hasMessage("EXECUTOR_POLICY_FILE=a?b is not possible: the path of a file");
    }
}
