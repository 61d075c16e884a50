package org.safepython.executor.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes down as JSON Schema what the reader of the policy file takes. */
final class PolicySchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PolicySchema() {}

    static ObjectNode schema() {
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Policy file of Safe Python Executor")
                .put("type", "object")
                .put("additionalProperties", false);
        schema.putArray("required").add(PresetReader.PRESETS);
        ObjectNode presets = schema.putObject("properties")
                .putObject(PresetReader.PRESETS)
                .put("type", "object")
                .put("minProperties", 1)
                .put("maxProperties", PresetReader.MOST_PRESETS);
        ObjectNode names = presets.putObject("propertyNames").put("pattern", PresetReader.NAME);
        words(names.putObject("not"), PresetReader.reserved().stream());
        presets.set("additionalProperties", preset());
        return schema;
    }

    private static ObjectNode preset() {
        ObjectNode preset = JSON.objectNode().put("type", "object").put("additionalProperties", false);
        preset.putArray("required").add(PolicyKey.EXTENDS.key());
        ObjectNode keys = preset.putObject("properties");
        for (PolicyKey key : PolicyKey.values()) {
            keys.set(key.key(), key(key).put("description", key.purpose()));
        }
        PresetDefinition.EXTENSIBLE.forEach(base -> preset.withArray("allOf").add(deniedModules(base)));
        return preset;
    }

    private static ObjectNode key(PolicyKey key) {
        if (key == PolicyKey.EXTENDS) {
            return words(JSON.objectNode(), PresetReader.bases().stream());
        }
        if (key == PolicyKey.DESCRIPTION) {
            return JSON.objectNode().put("type", "string").put("pattern", PresetReader.DESCRIPTION);
        }
        return key.words()
                .map(PolicySchema::list)
                .orElseGet(() -> JSON.objectNode()
                        .put("type", "integer")
                        .put("minimum", 1)
                        .put("maximum", key.most()));
    }

    private static ObjectNode list(PolicyWords words) {
        ObjectNode list = JSON.objectNode()
                .put("type", "array")
                .put("maxItems", TermsReader.MOST_WORDS)
                .put("uniqueItems", true);
        ObjectNode items = list.putObject("items");
        if (!words.choice().isEmpty()) {
            words(items, words.choice().stream());
            return list;
        }
        items.put("type", "string").put("maxLength", PolicyWords.LONGEST).put("pattern", words.shape());
        items.putObject("not").put("pattern", words.never());
        return list;
    }

    private static ObjectNode deniedModules(PresetDefinition base) {
        Set<String> modules = base.terms().modules();
        ObjectNode condition = JSON.objectNode();
        condition
                .putObject("if")
                .putObject("properties")
                .putObject(PolicyKey.EXTENDS.key())
                .put("const", base.name());
        ObjectNode list = condition.putObject("then").putObject("properties").putObject(PolicyKey.DENY_MODULES.key());
        if (modules.isEmpty()) {
            list.put("maxItems", 0);
        } else {
            words(list.putObject("items"), modules.stream());
        }
        return condition;
    }

    private static ObjectNode words(ObjectNode node, Stream<String> words) {
        new TreeSet<>(words.toList()).forEach(node.putArray("enum")::add);
        return node;
    }
}
