package columna.reports;

import java.util.Objects;

/**
 * One column of a table: its heading, unit ("" for words, "1" for numbers without dimension), display format, definition, whether a
 * bar behind the number shows its share of the column's largest magnitude, and the limit above which a number is marked
 * (NaN: never).
 */
public record Column(String name, String unit, Format format, String explanation, boolean bar, double markAbove) {

    public Column {
        Require.text("Column.name", name);
        Objects.requireNonNull(unit, "Column.unit");
        Objects.requireNonNull(format, "Column.format");
        if (!format.isWords()) {
            Require.text("Column.unit of \"" + name + "\"", unit);
        }
        Require.text("Column.explanation of \"" + name + "\"", explanation);
    }

    public static Column text(String name, String explanation) {
        return new Column(name, "", Format.TEXT, explanation, false, Double.NaN);
    }

    /** Words in a fixed-width face. */
    public static Column code(String name, String explanation) {
        return new Column(name, "", Format.CODE, explanation, false, Double.NaN);
    }

    public static Column number(String name, String unit, Format format, String explanation) {
        return new Column(name, unit, format, explanation, false, Double.NaN);
    }

    /** The same column with a bar behind each number. */
    public Column withBar() {
        return new Column(name, unit, format, explanation, true, markAbove);
    }

    /** The same column, numbers above the limit marked. */
    public Column marking(double above) {
        return new Column(name, unit, format, explanation, bar, above);
    }
}
