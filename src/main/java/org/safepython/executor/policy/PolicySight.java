package org.safepython.executor.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.safepython.executor.settings.FileMistake;
import org.safepython.executor.settings.PolicyFile;
import org.safepython.executor.settings.PresetDefinition;
import org.safepython.executor.settings.SmallFile;

/**
 * The policy file at one moment.
 *
 * @param text what it says; empty where it cannot be read
 * @param mistake why it cannot be read
 */
record PolicySight(String text, Optional<FileMistake> mistake) {

    static PolicySight of(String text) {
        return new PolicySight(text, Optional.empty());
    }

    static PolicySight of(Path file) {
        try {
            return of(SmallFile.text(file));
        } catch (FileMistake unreadable) {
            return new PolicySight("", Optional.of(unreadable));
        }
    }

    boolean isLike(PolicySight other) {
        return text.equals(other.text)
                && mistake.map(FileMistake::getMessage).equals(other.mistake.map(FileMistake::getMessage));
    }

    /**
     * What it means.
     *
     * @throws FileMistake where it cannot be used
     */
    List<PresetDefinition> presets(Path file) {
        mistake.ifPresent(unreadable -> {
            throw unreadable;
        });
        return PolicyFile.of(file, text).presets();
    }
}
