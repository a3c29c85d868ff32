package columna.hardware.technology;

/** An energy in picojoules; finite and not negative. */
public record Picojoules(double value) implements Comparable<Picojoules> {
    public Picojoules {
        Band.requireFinite("Picojoules", value);
    }

    @Override
    public int compareTo(Picojoules other) {
        return Double.compare(value, other.value);
    }
}
