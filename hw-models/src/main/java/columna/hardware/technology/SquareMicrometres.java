package columna.hardware.technology;

/** An area in square micrometres; finite and not negative. */
public record SquareMicrometres(double value) implements Comparable<SquareMicrometres> {
    public SquareMicrometres {
        Band.requireFinite("SquareMicrometres", value);
    }

    @Override
    public int compareTo(SquareMicrometres other) {
        return Double.compare(value, other.value);
    }
}
