package org.safepython.executor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.safepython.executor.http.JsonText;
import org.safepython.executor.settings.Settings;

/**
 * What became of a program, in sentences for people; by outcome, and by problem where it was not started. The page's script
 * gets them from here. Immutable, thread safe.
 */
final class Sentences {
    private static final long KIBIBYTE = 1L << 10;
    private static final long MEBIBYTE = 1L << 20;

    private final Map<String, String> byName = new LinkedHashMap<>();

    Sentences(Settings settings) {
        byName.put("completed", "Completed.");
        byName.put("exit_code", "Ended with exit code {exit_code}.");
        byName.put("signal", "Ended by the signal {signal}.");
        byName.put("timed_out", "Stopped after " + inWords(settings.timeout()) + ": time limit.");
        byName.put(
                "memory_exceeded",
                "Killed: used more than " + size(settings.container().memoryBytes()) + " of memory.");
        byName.put("output_exceeded", "Stopped: wrote more than " + size(settings.outputBytes()) + ".");
        byName.put("cancelled", "Stopped on request.");
        byName.put("unheard", "Stopped: what it wrote could not be received fast enough; the end is missing.");
        byName.put("lost", "Lost: the program was started and its end is not known.");
        byName.put("rejected", "Not started: the policy refuses this program.");
        byName.put("syntax-error", "Not started: this is not valid Python.");
        byName.put(
                "too-large",
                "Not started: a program is at most 64 KiB, standard input at most 128 KiB, with 64 arguments of 4 KiB.");
        byName.put("unauthorized", "Not started: sign in first.");
        byName.put("forbidden", "Not started: your key is not good for running programs.");
        byName.put("busy", "Not started: all places are taken. Try again in a moment.");
        byName.put(
                "too-many-requests", "Not started: you have sent as many requests as one may. Try again in a moment.");
        byName.put("preparing", "Not started: what runs this language is being built. Try again in a minute.");
        byName.put("shutting-down", "Not started: the server is shutting down.");
        byName.put("internal", "This was our fault; the operator's log says more.");
        byName.put("unreachable", "Not started: the server cannot be reached. Your program is still here; try again.");
    }

    /** The sentence of a name. */
    String of(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** The same with a figure put in its place. */
    String of(String name, Object figure) {
        return of(name).replace("{" + name + "}", figure.toString());
    }

    /** All of them, for the page's script. */
    String asJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        byName.forEach(json::put);
        return new String(JsonText.of(json), StandardCharsets.UTF_8);
    }

    private static String size(long bytes) {
        return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + " MiB" : bytes / KIBIBYTE + " KiB";
    }

    static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
