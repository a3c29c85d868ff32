package columna.experiments.prediction;

import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.StreamSpec;
import columna.experiments.spec.SystemSpec;
import columna.experiments.yaml.BadInput;

/** The system that a file describes. */
public final class Systems {

    private Systems() {}

    /**
     * Builds its chips.
     *
     * @throws BadInput if a chip cannot be built, or the system cannot learn from the stream
     */
    public static OnlineSystem of(PredictionSpec spec) {
        try {
            return switch (spec.system()) {
                case SystemSpec.LstmColumns columns -> new LstmColumnsSystem(spec, columns, conditioning(spec));
                case SystemSpec.FeatureColumns columns -> new FeatureColumnsSystem(spec, columns, differingBits(spec));
                case SystemSpec.Dense dense -> new DenseSystem(spec, dense);
            };
        } catch (IllegalArgumentException e) {
            throw spec.locationOf("formats").complain(e.getMessage());
        }
    }

    private static StreamSpec.Conditioning conditioning(PredictionSpec spec) {
        if (spec.stream().source() instanceof StreamSpec.Conditioning trials) {
            return trials;
        }
        throw spec.locationOf("stream.name").complain("found a stream of values for LSTM columns, which predict discounted sums; allowed:"
                + " trace-patterning, trace-conditioning");
    }

    private static StreamSpec.DifferingBits differingBits(PredictionSpec spec) {
        if (spec.stream().source() instanceof StreamSpec.DifferingBits bits) {
            return bits;
        }
        throw spec.locationOf("stream.name").complain("found another stream than sequences of bits for feature columns; allowed: differing-bits");
    }
}
