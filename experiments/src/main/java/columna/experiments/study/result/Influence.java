package columna.experiments.study.result;

/**
 * What an axis does to a measure.
 *
 * @param axis the axis
 * @param share of the measure's variance over all configurations that the means of the axis's levels explain, 0 to 1 (the correlation
 *     ratio; on a full grid the first-order Sobol index)
 * @param best label of the level with the best mean
 * @param bestMean that mean
 * @param worst label of the level with the worst mean
 * @param worstMean that mean
 */
public record Influence(String axis, double share, String best, double bestMean, String worst, double worstMean) {}
