package columna.hardware.technology;

/** A power in microwatts; finite and not negative. */
public record Microwatts(double value) implements Comparable<Microwatts> {
    public Microwatts {
        Band.requireFinite("Microwatts", value);
    }

    @Override
    public int compareTo(Microwatts other) {
        return Double.compare(value, other.value);
    }
}
