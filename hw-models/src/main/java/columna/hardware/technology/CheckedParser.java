package columna.hardware.technology;

import java.util.Optional;
import java.util.function.BiFunction;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * A YAML parser that refuses tags, anchors and aliases, deep nesting and a second document at the event where they
 * begin, before a node is built from it: no alias bomb and no foreign object gets further.
 */
final class CheckedParser implements Parser {
    private static final int DEEPEST = 8;

    private final Parser parser;
    private final BiFunction<Optional<Mark>, String, TechnologyFileException> error;
    private int depth;
    private int documents;

    CheckedParser(Parser parser, BiFunction<Optional<Mark>, String, TechnologyFileException> error) {
        this.parser = parser;
        this.error = error;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        var event = parser.next();
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        documents += event instanceof DocumentStartEvent ? 1 : 0;
        refuse(depth > DEEPEST, event, "nesting is deeper than " + DEEPEST + " levels.");
        refuse(documents > 1, event, "a technology file is one YAML document, found a second.");
        refuse(event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent(), event,
                "YAML anchors and aliases are not allowed, write the value out.");
        refuse(event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent(), event,
                "YAML tags are not allowed, write the plain value.");
        return event;
    }

    private void refuse(boolean refused, Event event, String sentence) {
        if (refused) {
            throw error.apply(event.getStartMark(), sentence);
        }
    }
}
