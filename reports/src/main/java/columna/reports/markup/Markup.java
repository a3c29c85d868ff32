package columna.reports.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements, attributes and text. Attributes are given as name, value, name, value. Characters that XML forbids (control
 * characters, half surrogate pairs) become U+FFFD.
 */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. */
    public Markup open(String tag, String... attributes) {
        start(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element begun last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    public Markup empty(String tag, String... attributes) {
        start(tag, attributes).append("/>");
        return this;
    }

    /** An element with text in it. */
    public Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Escaped text. */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /** What another builder has written. */
    public Markup include(Markup other) {
        out.append(other);
        return this;
    }

    /** Text that ships with the program (style sheet, script): written as it is, never for anything a user has named. */
    public Markup verbatim(String trusted) {
        out.append(trusted);
        return this;
    }

    /** A line break between elements. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    private StringBuilder start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' || c >= 0x7f && c < 0xa0;
        return !control && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
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
