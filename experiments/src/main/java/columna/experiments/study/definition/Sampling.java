package columna.experiments.study.definition;

/** Which combinations of levels a sweep looks at. */
public sealed interface Sampling {

    /** All of them, the last axis moving fastest. */
    record Grid() implements Sampling {}

    /**
     * Levels drawn independently; combinations may repeat, and are simulated once.
     *
     * @param configurations how many
     * @param seed of the draw
     */
    record Random(int configurations, long seed) implements Sampling {}

    /**
     * A Latin hypercube: along every axis the levels are used equally often (McKay, Beckman and Conover 1979).
     *
     * @param configurations how many
     * @param seed of the draw
     */
    record LatinHypercube(int configurations, long seed) implements Sampling {}
}
