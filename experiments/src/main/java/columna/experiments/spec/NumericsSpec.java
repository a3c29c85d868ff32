package columna.experiments.spec;

/**
 * What is observed about numbers.
 *
 * @param sampledSequences sequences observed for range, saturation and signal-to-noise of every signal
 */
public record NumericsSpec(int sampledSequences) {}
