package columna.experiments.study.result;

/**
 * The design to take.
 *
 * @param configuration the design
 * @param why one sentence
 */
public record Recommendation(ConfigurationResult configuration, String why) {}
