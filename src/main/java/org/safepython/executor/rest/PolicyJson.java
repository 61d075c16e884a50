package org.safepython.executor.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safepython.executor.ExecutionRequest;
import org.safepython.executor.http.BodyType;
import org.safepython.executor.policy.Preset;
import org.safepython.executor.policy.RuleName;
import org.safepython.executor.sandbox.GuestState;
import org.safepython.executor.settings.Language;
import org.safepython.executor.settings.PresetDefinition;
import org.safepython.executor.settings.Settings;
import org.safepython.executor.settings.Terms;

/** Writes the policy of this installation as the API shows it. */
final class PolicyJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long NANO_CPUS_PER_PERCENT = 10_000_000;

    private PolicyJson() {}

    static ObjectNode of(List<Preset> presets, Map<Language, GuestState> languages, Settings settings) {
        ObjectNode json = JSON.objectNode().put("default", presets.get(0).name());
        ArrayNode described = json.putArray("presets");
        presets.forEach(preset -> described.add(preset(preset)));
        ArrayNode rules = json.putArray("rules");
        for (RuleName rule : RuleName.values()) {
            rules.add(rule(rule));
        }
        ArrayNode guests = json.putArray("languages");
        languages.forEach((language, state) -> guests.add(language(language, state)));
        json.set("modules", modules(presets, languages));
        json.set("limits", limits(settings));
        return json;
    }

    private static ObjectNode language(Language language, GuestState state) {
        ObjectNode json = JSON.objectNode().put("language", language.label()).put("python", python(state));
        state.impediment()
                .ifPresentOrElse(
                        reason -> json.put("state", state instanceof GuestState.Preparing ? "preparing" : "absent")
                                .put("reason", reason),
                        () -> json.put("state", "ready"));
        return json;
    }

    private static @Nullable String python(GuestState state) {
        return state instanceof GuestState.Ready ready ? ready.python().orElse(null) : null;
    }

    /** A list is there where its rule is. */
    private static ObjectNode preset(Preset preset) {
        PresetDefinition definition = preset.definition();
        Terms terms = definition.terms();
        ObjectNode json = JSON.objectNode()
                .put("name", definition.name())
                .put("description", definition.description())
                .put("extends", definition.parent().orElse(null))
                .put("max_bytes", terms.bytes());
        List<RuleName> rules = preset.ruleNames();
        rules.forEach(rule -> json.withArray("rules").add(rule.id()));
        if (rules.contains(RuleName.SYNTAX)) {
            json.put("max_nesting", terms.nesting());
            words(json, "modules", terms.modules());
            words(json, "refused_builtins", terms.builtins());
            words(json, "refused_module_names", terms.systemModules());
            words(json, "denied_names", terms.names());
            words(json, "denied_attributes", terms.attributes());
            words(json, "allowed_special_names", terms.specialNames());
            json.put("own_methods", terms.ownMethods());
        }
        return json;
    }

    private static void words(ObjectNode json, String name, Collection<String> words) {
        new TreeSet<>(words).forEach(json.putArray(name)::add);
    }

    private static ObjectNode rule(RuleName rule) {
        return JSON.objectNode()
                .put("id", rule.id())
                .put("why", rule.why())
                .put("preset", rule.preset())
                .put("bad", rule.bad())
                .put("good", rule.good())
                .put("instead", rule.instead());
    }

    /** All are of the standard library, whose version is the interpreter's. */
    private static ArrayNode modules(List<Preset> presets, Map<Language, GuestState> languages) {
        ArrayNode json = JSON.arrayNode();
        TreeSet<String> names = new TreeSet<>();
        presets.forEach(preset -> names.addAll(preset.definition().terms().modules()));
        for (String name : names) {
            ObjectNode module = json.addObject().put("name", name);
            ObjectNode versions = module.putObject("versions");
            languages.forEach((language, state) -> {
                if (presets.stream().anyMatch(preset -> preset.modules(language).contains(name))) {
                    versions.put(language.label(), python(state));
                }
            });
            presets.stream()
                    .filter(preset -> preset.definition().terms().modules().contains(name))
                    .forEach(preset -> module.withArray("presets").add(preset.name()));
        }
        return json;
    }

    private static ObjectNode limits(Settings settings) {
        return JSON.objectNode()
                .put("body_bytes", BodyType.MOST_BYTES)
                .put("code_bytes", ExecutionRequest.CODE_BYTES)
                .put("stdin_bytes", ExecutionRequest.STDIN_BYTES)
                .put("args", ExecutionRequest.ARGS)
                .put("arg_bytes", ExecutionRequest.ARG_BYTES)
                .put("timeout_ms", settings.timeout().toMillis())
                .put("max_timeout_ms", settings.maxTimeout().toMillis())
                .put("output_bytes", settings.outputBytes())
                .put("memory_bytes", settings.container().memoryBytes())
                .put("cpu_percent", settings.container().nanoCpus() / NANO_CPUS_PER_PERCENT)
                .put("processes", settings.container().processes())
                .put("tmp_bytes", settings.container().tmpBytes())
                .put("parallel_runs", settings.parallelRuns())
                .put("queue", settings.queue())
                .put("queue_wait_ms", settings.queueWait().toMillis());
    }
}
