package columna.hardware.technology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A YAML text as composed nodes that know where they stand; what {@link CheckedParser} refuses never becomes one.
 */
final class YamlTree {
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
            var parser = new CheckedParser(new ParserImpl(settings, new StreamReader(settings, text)), this::error);
            return new Composer(settings, parser).getSingleNode()
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
