package columna.experiments.study.definition;

/**
 * How a search goes on.
 *
 * @param population configurations of a generation
 * @param generations how many, the first included
 * @param seed of its random choices
 */
public record SearchSettings(int population, int generations, long seed) {

    /** Enough for a front over a dozen axes. */
    public static final SearchSettings DEFAULT = new SearchSettings(24, 10, 1);
}
