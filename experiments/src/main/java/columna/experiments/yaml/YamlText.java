package columna.experiments.yaml;

import columna.experiments.yaml.YamlNode.Entry;
import columna.experiments.yaml.YamlNode.Items;
import columna.experiments.yaml.YamlNode.Scalar;
import columna.experiments.yaml.YamlNode.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the located tree of one YAML 1.2 document from the parser's events. Anchors, aliases, tags, directives that define tags and
 * further documents are refused, so a small file can never grow and never names a class.
 */
public final class YamlText {
    private static final int DEEPEST = 16;

    private final String source;
    private final Iterator<Event> events;

    private YamlText(String source, Iterator<Event> events) {
        this.source = source;
        this.events = events;
    }

    /**
     * Parses a text that holds one section.
     *
     * @param source what messages call the text
     * @throws BadInput {@code SOURCE:LINE:COLUMN: what was found; what is allowed}
     */
    public static Section parse(String source, String text) {
        refuseTabs(source, text);
        LoadSettings settings = LoadSettings.builder().setLabel(source).setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            return new YamlText(source, new Parse(settings).parseString(text).iterator()).document();
        } catch (YamlEngineException broken) {
            throw SyntaxSentence.of(source, text, broken);
        }
    }

    /** The location of a character of a text, given as its index in Java's chars. */
    static Location locate(String source, String text, int index) {
        String before = text.substring(0, index);
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Location(source, line, before.codePointCount(lineStart, before.length()) + 1);
    }

    private static void refuseTabs(String source, String text) {
        boolean indentation = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (indentation && c == '\t') {
                throw locate(source, text, i).complain("found a tab as indentation; indent with spaces");
            }
            indentation = c == '\n' || indentation && c == ' ';
        }
    }

    private Section document() {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent start)) {
            throw new Location(source, 1, 1).complain("found an empty file; an experiment with the keys 'experiment', 'task' and more is allowed");
        }
        if (!start.getTags().isEmpty()) {
            throw at(start).complain("found a %TAG directive; an experiment file has no tags");
        }
        YamlNode root = node(events.next(), 0);
        events.next();
        Event next = events.next();
        if (next instanceof DocumentStartEvent) {
            throw at(next).complain("found a second document; one experiment per file is allowed");
        }
        if (root instanceof Scalar scalar && scalar.empty()) {
            throw root.location().complain("found an empty file; an experiment with the keys 'experiment', 'task' and more is allowed");
        }
        return section(root);
    }

    private static Section section(YamlNode root) {
        if (root instanceof Section section) {
            return section;
        }
        throw root.location().complain("found " + root.kind() + " instead of keys; lines of the form 'key: value' are allowed");
    }

    private YamlNode node(Event event, int depth) {
        refuseAnchors(event);
        if (depth > DEEPEST) {
            throw at(event).complain("found values nested deeper than " + DEEPEST + " levels; an experiment file has at most 4");
        }
        return switch (event) {
            case ScalarEvent scalar -> new Scalar(at(scalar), scalar.getValue(), scalar.isPlain());
            case CollectionStartEvent start when start.getEventId() == Event.ID.MappingStart -> mapping(start, depth);
            case CollectionStartEvent start -> sequence(start, depth);
            default -> throw at(event).complain("found " + event.getEventId() + "; a value is allowed");
        };
    }

    private void refuseAnchors(Event event) {
        if (event instanceof AliasEvent alias) {
            throw at(event).complain("found the alias '*" + alias.getAlias() + "'; write the value itself, aliases are not allowed");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw at(event).complain("found the anchor '&" + node.getAnchor().get() + "'; anchors and aliases are not allowed");
        }
        tag(event).ifPresent(tag -> {
            throw at(event).complain("found the tag '" + tag + "'; values are plain, tags are not allowed");
        });
    }

    private static Optional<String> tag(Event event) {
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
        return tag.map(name -> name.replace("tag:yaml.org,2002:", "!!"));
    }

    private Section mapping(Event start, int depth) {
        Map<String, Location> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            YamlNode key = node(event, depth + 1);
            if (!(key instanceof Scalar name) || name.empty()) {
                throw key.location().complain("found " + key.kind() + " as a key; a name is allowed");
            }
            Location earlier = seen.putIfAbsent(name.text(), key.location());
            if (earlier != null) {
                throw key.location().complain("found the key '" + name.text() + "' a second time; it is already set in line "
                        + earlier.line() + ", once is allowed");
            }
            entries.add(new Entry(name.text(), key.location(), node(events.next(), depth + 1)));
        }
        return new Section(at(start), entries);
    }

    private Items sequence(Event start, int depth) {
        List<YamlNode> values = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            values.add(node(event, depth + 1));
        }
        return new Items(at(start), values);
    }

    private Location at(Event event) {
        return event.getStartMark().map(mark -> at(source, mark)).orElseGet(() -> new Location(source, 1, 1));
    }

    static Location at(String source, Mark mark) {
        return new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
