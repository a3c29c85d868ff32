package columna.reports.drawing;

import columna.reports.Axis;
import columna.reports.Format;
import columna.reports.Numbers;
import columna.reports.Scaled;
import columna.reports.Value;

/** What one item of a chart says on hover and on focus: its label, then a line for each of its numbers. */
final class ItemText {
    private static final double WHOLE_BELOW = 1000;
    private final StringBuilder text;

    private ItemText(String label) {
        this.text = new StringBuilder(label.strip());
    }

    static ItemText begin(String label) {
        return new ItemText(label);
    }

    /** The part of a label that can stand in a drawing. */
    static String firstLine(String label) {
        return label.strip().lines().findFirst().orElse("").strip();
    }

    ItemText lineIf(boolean wanted, String line) {
        if (wanted) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return this;
    }

    ItemText line(String name, String value) {
        return lineIf(true, name + ": " + value);
    }

    ItemText value(Axis axis, double value) {
        return line(axis.label(), shown(axis, value));
    }

    /** A number with its unit: small whole numbers exactly, others with four significant digits. */
    static String shown(Axis axis, double value) {
        if (Math.rint(value) == value && Math.abs(value) < WHOLE_BELOW) {
            String unit = Scaled.shown(axis.unit());
            return Numbers.whole((long) value) + (unit.isEmpty() ? "" : "\u00a0" + unit);
        }
        return Format.engineering(4).show(Value.of(value), axis.unit());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
