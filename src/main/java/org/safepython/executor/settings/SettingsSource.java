package org.safepython.executor.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks values up: environment, over system properties, over the file of {@code EXECUTOR_CONFIG}, over defaults. */
final class SettingsSource {
    private static final String CONFIG = "EXECUTOR_CONFIG";

    private final Map<String, String> environment;
    private final Function<String, @Nullable String> properties;
    private final Properties file;

    SettingsSource(Map<String, String> environment, Function<String, @Nullable String> properties) {
        this.environment = environment;
        this.properties = properties;
        this.file = file(environment.getOrDefault(CONFIG, ""));
    }

    String text(Setting setting) {
        String value = environment.get(setting.variable());
        if (value == null) {
            value = properties.apply(setting.property());
        }
        if (value == null) {
            value = file.getProperty(setting.property());
        }
        return value == null ? setting.fallback() : value.strip();
    }

    int number(Setting setting) {
        String text = text(setting);
        Setting.Bounds bounds = setting.bounds().orElseThrow();
        String allowed = "a whole number from %d to %d (%s)".formatted(bounds.least(), bounds.most(), setting.unit());
        try {
            int value = Integer.parseInt(text);
            if (value >= bounds.least() && value <= bounds.most()) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new InvalidSettingException(setting.variable(), text, allowed);
        }
        throw new InvalidSettingException(setting.variable(), text, allowed);
    }

    private static Properties file(String name) {
        Properties read = new Properties();
        if (name.isBlank()) {
            return read;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidSettingException(CONFIG, name, "a properties file in UTF-8 that can be read");
        }
        for (String key : read.stringPropertyNames()) {
            if (!Setting.isProperty(key)) {
                throw new InvalidSettingException(key, read.getProperty(key), "there is no setting of this name");
            }
        }
        return read;
    }
}
