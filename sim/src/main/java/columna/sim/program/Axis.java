package columna.sim.program;

/**
 * A named index of a memory, as in {@code B[n,h]}.
 *
 * @param name the letter or word that equations use
 * @param size number of values the index takes, at least 1
 */
public record Axis(String name, int size) {

    public Axis {
        if (size < 1) {
            throw new IllegalArgumentException("axis " + name + " has size " + size + "; at least 1 is needed");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
