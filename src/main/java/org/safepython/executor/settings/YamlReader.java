package org.safepython.executor.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the plain part of YAML 1.2, one document of mappings, sequences and scalars, and stops at the first mistake. It
 * takes the parser's events and not its tree: what is nested, repeated or referred to without end is never built.
 */
final class YamlReader {
    private static final int DEEPEST = 8;
    private static final String PLAIN = "the file is one plain YAML document";
    private static final LoadSettings SETTINGS = LoadSettings.builder().build();

    private final Iterator<Event> events;

    private YamlReader(String text) {
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /**
     * The document in a text.
     *
     * @throws FileMistake where there is not exactly one, or it is not plain
     */
    static YamlPart read(String text) {
        try {
            return new YamlReader(text).document();
        } catch (MarkedYamlEngineException broken) {
            throw notYaml(broken.getProblemMark().map(Mark::getLine).orElse(0) + 1, broken.getProblem());
        } catch (ReaderException unprintable) {
            String before = text.substring(0, text.offsetByCodePoints(0, unprintable.getPosition()));
            throw notYaml(before.split("\n", -1).length, "a character that cannot be printed");
        } catch (YamlEngineException broken) {
            throw notYaml(0, "the parser gives up");
        }
    }

    private static FileMistake notYaml(int line, String problem) {
        return new FileMistake(line, "this is not YAML: " + problem.replaceAll("\\p{Cntrl}", "?"), PLAIN);
    }

    private YamlPart document() {
        next();
        if (next().getEventId() != Event.ID.DocumentStart) {
            throw new FileMistake(1, "the file is empty", PLAIN);
        }
        YamlPart part = part(next(), 0);
        next();
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new FileMistake(line(end), "there is a second document", PLAIN);
        }
        return part;
    }

    private Event next() {
        return events.next();
    }

    private YamlPart part(Event event, int depth) {
        requirePlain(event);
        if (depth > DEEPEST) {
            throw new FileMistake(line(event), "this is nested too deeply", PLAIN);
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        return event instanceof SequenceStartEvent ? sequence(event, depth) : table(event, depth);
    }

    private static void requirePlain(Event event) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new FileMistake(line(event), "anchors and aliases are not taken", PLAIN);
        }
        if (tag(event)) {
            throw new FileMistake(line(event), "tags are not taken", PLAIN);
        }
    }

    private static boolean tag(Event event) {
        return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof SequenceStartEvent sequence
                        && sequence.getTag().isPresent())
                || (event instanceof MappingStartEvent mapping
                        && mapping.getTag().isPresent());
    }

    private static YamlPart scalar(ScalarEvent event) {
        String value = event.getValue();
        Tag tag = SETTINGS.getSchema().getScalarResolver().resolve(value, event.isPlain());
        if (tag.equals(Tag.STR)) {
            return new YamlPart.Text(value, line(event));
        }
        return tag.equals(Tag.INT) ? new YamlPart.Whole(value, line(event)) : new YamlPart.Other(value, line(event));
    }

    private YamlPart sequence(Event start, int depth) {
        List<YamlPart> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(part(event, depth + 1));
        }
        return new YamlPart.Sequence(items, line(start));
    }

    private YamlPart table(Event start, int depth) {
        List<YamlPart.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            String key = key(event, depth);
            if (!keys.add(key)) {
                throw new FileMistake(line(event), FileMistake.quoted(key) + " is there twice", "each key stands once");
            }
            entries.add(new YamlPart.Entry(key, line(event), part(next(), depth + 1)));
        }
        return new YamlPart.Table(entries, line(start));
    }

    private String key(Event event, int depth) {
        if (part(event, depth + 1) instanceof YamlPart.Text text) {
            return text.value();
        }
        throw new FileMistake(line(event), "this key is no name", "a key is a plain word");
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
