package columna.experiments.yaml;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** The parser's complaint about the YAML syntax, said in one sentence that names the cure. */
final class SyntaxSentence {

    private SyntaxSentence() {}

    static BadInput of(String source, String text, YamlEngineException broken) {
        return switch (broken) {
            case ReaderException reader -> unprintable(source, text, reader);
            case MarkedYamlEngineException marked -> marked(source, marked);
            case YamlVersionException version -> new Location(source, 1, 1).complain("found a %YAML directive of an unknown version; leave it out");
            default -> new Location(source, 1, 1).complain("found text that is not YAML (" + oneLine(broken.getMessage()) + ")");
        };
    }

    private static BadInput unprintable(String source, String text, ReaderException reader) {
        int index = text.offsetByCodePoints(0, Math.min(reader.getPosition(), text.codePointCount(0, text.length())));
        String found = String.format(Locale.ROOT, "the control character U+%04X", reader.getCodePoint());
        return YamlText.locate(source, text, index).complain("found " + found + "; printable text is allowed");
    }

    private static BadInput marked(String source, MarkedYamlEngineException broken) {
        String problem = oneLine(broken.getProblem());
        String context = oneLine(broken.getContext());
        Optional<Mark> mark = beginsEarlier(problem) ? broken.getContextMark().or(broken::getProblemMark) : broken.getProblemMark();
        Location location = mark.map(m -> YamlText.at(source, m)).orElseGet(() -> new Location(source, 1, 1));
        return location.complain(sentence(context, problem));
    }

    /** Whether the beginning of what is broken is the better place to point at than where the parser noticed. */
    private static boolean beginsEarlier(String problem) {
        return unclosed(problem) || problem.startsWith("could not find expected ':'");
    }

    private static boolean unclosed(String problem) {
        return problem.contains("end of stream") || problem.startsWith("expected ','");
    }

    private static String sentence(String context, String problem) {
        if (problem.startsWith("mapping values are not allowed")) {
            return "found a ':' where no value can begin; put a text with ': ' in quotes, or give the key a line of its own";
        }
        if (problem.startsWith("could not find expected ':'")) {
            return "found a line without ':' after its key; 'key: value' is allowed";
        }
        if (problem.contains("end of stream") && context.contains("quoted")) {
            return "found a quotation mark that is never closed; close it on the same line";
        }
        if (unclosed(problem)) {
            return "found a bracket that is never closed; close it with " + (context.contains("flow mapping") ? "'}'" : "']'")
                    + " and separate values with ','";
        }
        if (problem.contains("but found '<stream end>'")) {
            return "found the end of the file inside brackets; close them with ']' or '}'";
        }
        if (problem.matches("expected <block end>.*found '?[\\]}].*")) {
            return "found a closing bracket that was never opened; remove it, or put the text in quotes";
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return "found '- ' after a key; one value is allowed there, an experiment file has no lists";
        }
        if (problem.startsWith("found unknown escape character")) {
            return "found an unknown escape after '\\' in a text; write the text in single quotes, or '\\\\' for a backslash";
        }
        if (problem.startsWith("expected <block end>")) {
            return "found a line indented differently from its neighbours; give all keys of a section the same number of spaces";
        }
        if (problem.contains("that cannot start any token")) {
            String character = problem.replaceAll("found character '?(.*?)'? that cannot.*", "$1");
            return "found '" + character + "' at the beginning of a value; put the value in quotes";
        }
        return "found text that is not YAML (" + (problem.isEmpty() ? context : problem) + ")";
    }

    private static String oneLine(String message) {
        return message == null ? "" : message.strip().replaceAll("\\s+", " ");
    }
}
