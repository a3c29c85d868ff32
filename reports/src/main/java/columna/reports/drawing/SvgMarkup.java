package columna.reports.drawing;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes the elements of one SVG drawing: every text and attribute escaped, every element closed. Attributes are given as name, value,
 * name, value. Characters that XML forbids pass; the page replaces them.
 */
final class SvgMarkup {
    private final StringOutput out = new StringOutput();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. */
    SvgMarkup open(String tag, String... attributes) {
        start(tag, attributes).writeContent(">");
        open.push(tag);
        return this;
    }

    /** Ends the element begun last. */
    SvgMarkup close() {
        out.writeContent("</" + open.pop() + ">");
        return this;
    }

    /** An element without content. */
    SvgMarkup empty(String tag, String... attributes) {
        start(tag, attributes).writeContent("/>");
        return this;
    }

    /** An element with text in it. */
    SvgMarkup element(String tag, String text, String... attributes) {
        open(tag, attributes);
        Escape.htmlContent(text, out);
        return close();
    }

    private StringOutput start(String tag, String... attributes) {
        out.writeContent("<" + tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeContent(" " + attributes[i] + "=\"");
            Escape.htmlAttribute(attributes[i + 1], out);
            out.writeContent("\"");
        }
        return out;
    }

    /** Everything written so far; all elements must be closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements not closed: " + open);
        }
        return out.toString();
    }
}
