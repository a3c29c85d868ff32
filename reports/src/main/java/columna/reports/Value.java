package columna.reports;

import java.util.Objects;

/**
 * One thing that can stand in a cell: a text, a real number or a whole number. A number that is not known is the real
 * number NaN: shown as a dash, an empty field in CSV, {@code null} in JSON.
 */
public sealed interface Value {

    /** Words, names, formats. */
    record Text(String text) implements Value {
        public Text {
            Objects.requireNonNull(text, "Value.Text.text");
        }
    }

    /** A value in a table's cell that leads somewhere when clicked: a path relative to the page. */
    record Linked(Value value, String link) implements Value {
        public Linked {
            if (Objects.requireNonNull(value, "Value.Linked.value") instanceof Linked) {
                throw new IllegalArgumentException("Value.Linked.value has a link already; a cell has one.");
            }
            Require.text("Value.Linked.link", Require.link("Value.Linked.link", link));
        }
    }

    /** A double; NaN is "not known". */
    record Real(double value) implements Value {
    }

    /** A count, exact over the whole range of a long. */
    record Whole(long value) implements Value {
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(long value) {
        return new Whole(value);
    }

    /** The number that is not known. */
    static Value missing() {
        return new Real(Double.NaN);
    }

    /** The same value, leading somewhere when clicked: a path relative to the page. */
    default Value linkedTo(String link) {
        return new Linked(this, link);
    }

    /** The value without its link, if it has one. */
    default Value plain() {
        return this instanceof Linked linked ? linked.value() : this;
    }

    /** The number as a double (nearest, if a long needs more than 53 bits); NaN for a text. */
    default double number() {
        return switch (this) {
            case Text text -> Double.NaN;
            case Real real -> real.value();
            case Whole whole -> whole.value();
            case Linked linked -> linked.value().number();
        };
    }
}
