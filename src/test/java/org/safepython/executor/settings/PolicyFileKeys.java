package org.safepython.executor.settings;

/** The keys of the policy file as a table. */
public final class PolicyFileKeys {
    private PolicyFileKeys() {}

    /** Rows of Markdown. */
    public static String table() {
        StringBuilder table = new StringBuilder("| key | takes | for |\n| --- | --- | --- |\n");
        for (PolicyKey key : PolicyKey.values()) {
            table.append("| `%s` | %s | %s |\n".formatted(key.key(), takes(key), key.purpose()));
        }
        return table.toString();
    }

    private static String takes(PolicyKey key) {
        if (key == PolicyKey.EXTENDS) {
            return String.join(" or ", PresetReader.bases());
        }
        if (key == PolicyKey.DESCRIPTION) {
            return "1 to 300 characters";
        }
        return key.words().map(words -> "list: " + words.allowed()).orElse("1 to " + key.most());
    }
}
