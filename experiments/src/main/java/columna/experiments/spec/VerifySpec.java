package columna.experiments.spec;

import java.util.Optional;

/**
 * How far a chip may be from its float reference before {@code columna verify} calls it wrong.
 *
 * @param signalToNoise least ratio of a signal's time steps in dB; empty: what follows from the chip's formats
 * @param timeStepsBeyond share of time steps in which a signal may stay below it, 0 to 1
 * @param gradientCosine least cosine of a layer's gradient with the exact one
 * @param gradientNorm how far the relative norm of a layer's gradient may be from 1
 * @param lossGap how much greater the chip's test loss may be, in nats
 * @param accuracyGap how much lower the chip's test accuracy may be, as a fraction
 * @param drift how far the chip may be from a recorded baseline
 */
public record VerifySpec(
        SignalTable<Optional<Double>> signalToNoise,
        double timeStepsBeyond,
        double gradientCosine,
        double gradientNorm,
        double lossGap,
        double accuracyGap,
        Drift drift) {

    /**
     * How far a chip may be from a recorded baseline.
     *
     * @param score of accuracy, and of loss as a share of a guess's
     * @param energy as a share of the recorded
     * @param cycles as a share of the recorded
     * @param memory as a share of the recorded
     * @param area as a share of the recorded
     * @param signalToNoise downwards, in dB
     */
    public record Drift(double score, double energy, double cycles, double memory, double area, double signalToNoise) {}
}
