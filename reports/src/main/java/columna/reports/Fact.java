package columna.reports;

import java.util.Objects;

/**
 * One named number or text with its unit and its definition. A number must have a unit ("1" if it has no dimension) and
 * every fact must say what it means: the explanation is shown on hover and in the page's list of definitions.
 */
public record Fact(String name, Value value, String unit, Format format, String explanation) {

    public Fact {
        Require.text("Fact.name", name);
        Objects.requireNonNull(value, "Fact.value");
        if (value instanceof Value.Linked linked) {
            throw new IllegalArgumentException("Fact.value of \"" + name + "\" leads to \"" + linked.link() + "\"; only cells of tables carry links.");
        }
        Objects.requireNonNull(unit, "Fact.unit");
        Objects.requireNonNull(format, "Fact.format");
        Require.unitOfNumber("Fact.unit of \"" + name + "\"", value, unit);
        Require.text("Fact.explanation of \"" + name + "\"", explanation);
    }

    public static Fact text(String name, String value, String explanation) {
        return new Fact(name, Value.of(value), "", Format.TEXT, explanation);
    }

    public static Fact whole(String name, long value, String unit, String explanation) {
        return new Fact(name, Value.of(value), unit, Format.WHOLE, explanation);
    }

    public static Fact number(String name, double value, String unit, Format format, String explanation) {
        return new Fact(name, Value.of(value), unit, format, explanation);
    }

    /** The value with its unit, as the reader sees it. */
    public String shown() {
        String number = format.show(value, unit);
        boolean bare = value instanceof Value.Text || format.showsUnit() || Scaled.shown(unit).isEmpty() || Double.isNaN(value.number());
        return bare ? number : number + "\u00a0" + Scaled.shown(unit);
    }
}
