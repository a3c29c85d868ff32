package columna.reports.page;

import columna.reports.Fact;
import columna.reports.Value;
import java.util.HexFormat;
import java.util.List;

/**
 * One flat JSON object (RFC 8259), a line per key in the order given. JSON knows no NaN and no infinity: both become {@code null}.
 * Doubles are written so that reading them back gives the same bits.
 */
final class Json {
    private Json() {
    }

    static String of(List<Fact> facts) {
        StringBuilder out = new StringBuilder("{");
        String gap = "\n  ";
        for (Fact fact : facts) {
            out.append(gap).append(string(fact.name())).append(": ").append(value(fact.value()));
            gap = ",\n  ";
        }
        return out.append("\n}\n").toString();
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text text -> string(text.text());
            case Value.Linked linked -> value(linked.value());
            case Value.Whole whole -> Long.toString(whole.value());
            case Value.Real real -> Double.isFinite(real.value()) ? Double.toString(real.value()) : "null";
        };
    }

    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
