package columna.experiments.spec;

/**
 * The network of LRU layers (SEEDS.md A.1) and how its recurrence is initialised.
 *
 * @param layers recurrent layers, L
 * @param units complex hidden units per layer, N
 * @param width features between layers, H
 * @param minimumRadius least |lambda| at the start
 * @param maximumRadius greatest |lambda| at the start
 * @param maximumPhase greatest phase of lambda at the start, in radians
 * @param normEpsilon what layer normalisation adds to the variance
 */
public record NetworkSpec(int layers, int units, int width, double minimumRadius, double maximumRadius, double maximumPhase, double normEpsilon) {}
