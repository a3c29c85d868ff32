package columna.hardware.technology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A YAML text as nodes that know where they stand. Tags, anchors and aliases, several documents and deep nesting are
 * refused while the text is still a stream of events, before anything is built from it.
 */
final class YamlTree {
    private static final int DEEPEST = 8;
    private static final int LONGEST = 1 << 20;

    private final String file;

    YamlTree(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    Node parse(String text) {
        if (text.length() > LONGEST) {
            throw error("the file is longer than " + LONGEST + " characters.");
        }
        var settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true).build();
        try {
            refuseTricks(new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text)
                    .orElseThrow(() -> error("the file is empty, expected the keys of a technology."));
        } catch (MarkedYamlEngineException e) {
            throw error(e.getProblemMark().or(e::getContextMark), "this is not YAML: " + oneSentence(e.getProblem()));
        } catch (YamlEngineException e) {
            throw error("this is not YAML: " + oneSentence(e.getMessage()));
        }
    }

    /** The entries of a mapping by key, in file order; anything else is an error that says what was expected. */
    Map<ScalarNode, Node> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, what + " is a mapping of keys to values, found " + shape(node) + ".");
        }
        var entries = new LinkedHashMap<ScalarNode, Node>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw error(tuple.getKeyNode(), "a key is one word, found " + shape(tuple.getKeyNode()) + ".");
            }
            if (entries.keySet().stream().anyMatch(other -> other.getValue().equals(key.getValue()))) {
                throw error(key, "the key '" + key.getValue() + "' occurs twice.");
            }
            entries.put(key, tuple.getValueNode());
        }
        return entries;
    }

    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error(node, what + " is text, found " + shape(node) + ".");
    }

    TechnologyFileException error(Node node, String sentence) {
        return error(node.getStartMark(), sentence);
    }

    TechnologyFileException error(String sentence) {
        return error(Optional.empty(), sentence);
    }

    private TechnologyFileException error(Optional<Mark> mark, String sentence) {
        var place = mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1)).orElse("");
        return new TechnologyFileException(file + place + ": " + sentence);
    }

    private void refuseTricks(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            if (depth > DEEPEST) {
                throw error(event.getStartMark(), "nesting is deeper than " + DEEPEST + " levels.");
            }
            if (documents > 1) {
                throw error(event.getStartMark(), "a technology file is one YAML document, found a second.");
            }
            refuseTrick(event);
        }
    }

    private void refuseTrick(Event event) {
        boolean named = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (named || event instanceof AliasEvent) {
            throw error(event.getStartMark(), "YAML anchors and aliases are not allowed, write the value out.");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tagged) {
            throw error(event.getStartMark(), "YAML tags are not allowed, write the plain value.");
        }
    }

    private static String shape(Node node) {
        return switch (node.getNodeType()) {
            case SCALAR -> ((ScalarNode) node).getValue().isBlank() ? "nothing" : "'" + ((ScalarNode) node).getValue() + "'";
            case SEQUENCE -> "a list";
            case MAPPING -> "a mapping";
            case ANCHOR -> "an anchor";
        };
    }

    private static String oneSentence(String problem) {
        var line = problem == null || problem.isBlank() ? "unreadable" : problem.lines().findFirst().orElseThrow().strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
