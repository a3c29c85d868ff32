package columna.hardware.technology;

/** A delay in nanoseconds; finite and not negative. */
public record Nanoseconds(double value) implements Comparable<Nanoseconds> {
    public Nanoseconds {
        Band.requireFinite("Nanoseconds", value);
    }

    @Override
    public int compareTo(Nanoseconds other) {
        return Double.compare(value, other.value);
    }
}
