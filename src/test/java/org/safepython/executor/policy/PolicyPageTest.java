package org.safepython.executor.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safepython.executor.Written;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PolicyFileKeys;
import org.safepython.executor.settings.PresetDefinition;
import org.safepython.executor.settings.Terms;

/** The page about the policy says what the code does. */
class PolicyPageTest {
    private static final String PAGE = """
            # The policy: what a program may say

            Written by the code: `mvn test -Dtest='*PageTest' -Ddocs.write` makes it new.

            A program is judged before it runs, by the names, attributes, imports, formats and nesting in its syntax tree;
            never by words inside strings or comments. `POST /check` judges and runs nothing, `GET /policy` says what is
            allowed in an installation. The policy is not the wall: the container holds alone.

            ## Presets

            A request chooses one of those that the operator allows (`EXECUTOR_POLICIES`, the first is the default).

            %s
            ## Rules

            %s
            ## The policy file

            `EXECUTOR_POLICY_FILE` names a YAML file in which the operator derives presets. A preset of it is allowed when
            `EXECUTOR_POLICIES` names it. The file is checked at the start, by `policy.schema.json` and more: a mistake ends
            the start with one line, `FILE:LINE: what is wrong; what is allowed`. It is read again within 4 s of a change,
            all presets at once; running programs keep theirs. A file that is broken or gone changes nothing; the log and
            the `notes` of `GET /health/ready` say so. A preset that is allowed and gone from the file stays as it was.

            No preset can do without the rules `source`, `syntax` and `nesting`, and none can extend `container`. What is
            denied wins over what is allowed. A module that no preset above allows is the operator's own responsibility:
            nobody has looked for what it leads to.

            %s
            ```yaml
            %s```

            ## What a rule cannot see

            Text that is built while the program runs. `"__cl" + "ass__"` is harmless only because nothing takes a string for
            an attribute's name: that is why `getattr`, format templates and the like are refused, and why the container must
            hold alone.

            What the interpreter does for an exception that nobody catches. Its traceback imports the module that an
            `ImportError` names, to suggest another spelling, and shows lines of the files that a forged `__traceback__`
            names: of the guest's own library, on the program's standard error, when the program has ended.
            """;

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        String presets = PresetDefinition.BUILT_IN.stream()
                .map(definition -> Preset.builtIn(definition.name()).orElseThrow())
                .map(PolicyPageTest::preset)
                .collect(Collectors.joining());
        String rules =
                List.of(RuleName.values()).stream().map(PolicyPageTest::rule).collect(Collectors.joining());
        String example = Files.readString(Path.of("docs/policy.example.yaml"));
        Written.assertWritten("docs/policy.md", PAGE.formatted(presets, rules, PolicyFileKeys.table(), example));
    }

    private static String preset(Preset preset) {
        PresetDefinition definition = preset.definition();
        Terms terms = definition.terms();
        String head = "### `%s`\n\n%s Rules: %s. At most %d bytes.\n\n"
                .formatted(
                        definition.name(),
                        definition.description(),
                        words(preset.ruleNames().stream().map(RuleName::id).toList()),
                        terms.bytes());
        return preset.rules().isEmpty()
                ? head
                : head
                        + """
                        - Modules that can be imported: %s.%s
                        - Built-ins that cannot be named: %s.
                        - Names of modules that cannot be used: %s.
                        - At most %d levels of nesting.

                        """.formatted(
                                        terms.modules().isEmpty() ? "none" : sorted(terms.modules()),
                                        missing(preset),
                                        sorted(terms.builtins()),
                                        sorted(terms.systemModules()),
                                        terms.nesting());
    }

    /** What Python 2.7 has not. */
    private static String missing(Preset preset) {
        Set<String> missing = new TreeSet<>(preset.terms().modules());
        missing.removeAll(preset.modules(Language.PYTHON2));
        return missing.isEmpty() ? "" : " Python 2.7 has all of them but " + sorted(missing) + ".";
    }

    private static String sorted(Collection<String> words) {
        return words(new TreeSet<>(words));
    }

    private static String words(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String rule(RuleName rule) {
        return "### `%s`\n\n%s\n\nRefused under `%s`:\n\n```python\n%s```\n\nAccepted:\n\n```python\n%s```\n\nInstead: %s.\n\n"
                .formatted(rule.id(), rule.why(), rule.preset(), rule.bad(), rule.good(), rule.instead());
    }
}
