package columna.reference.network;

import columna.reference.random.RandomStreams;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How the parameters of a network are first drawn (Zucchet et al. 2023 and its code; Orvieto et al. 2023).
 *
 * <pre>
 *   |lambda|^2 uniform in [minimum^2, maximum^2]      nu = -1/2 ln(u (max^2 - min^2) + min^2),  nu_log = ln nu
 *   arg lambda uniform in [0, maximum phase)          theta_log = ln theta
 *   gamma = sqrt(1 - |lambda|^2)                      gamma_log = ln gamma
 *   B_re, B_im ~ N(0, 1) / sqrt(2 H);   C_re, C_im ~ N(0, 1) / sqrt(N);   D ~ N(0, 1)
 *   weights of encoder, decoder, GLU, GRU: normal truncated at two deviations, variance 1 / inputs;   biases 0;   norm scale 1, bias 0
 *   RNN: A a standard normal truncated at two, / sqrt(N);   B ~ N(0, 1) / sqrt(H);   C ~ N(0, 1) / sqrt(N)
 * </pre>
 *
 * @param minimumRadius smallest |lambda|
 * @param maximumRadius largest |lambda|
 * @param maximumPhase largest arg lambda in radians
 */
public record Initialisation(double minimumRadius, double maximumRadius, double maximumPhase) {

    /** The whole unit disk. */
    public static final Initialisation PAPER = new Initialisation(0, 1, 6.28);

    /** The deviation of a standard normal that is truncated at two deviations. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    public Initialisation {
        if (!(0 <= minimumRadius && minimumRadius < maximumRadius && maximumRadius <= 1 && maximumPhase > 0)) {
            throw new IllegalArgumentException("initialisation: radius " + minimumRadius + " to " + maximumRadius + ", phase up to "
                    + maximumPhase + "; allowed are 0 <= minimum < maximum <= 1 and a positive phase");
        }
    }

    /** Draws all parameters; each array has a random stream of its own. */
    public Parameters draw(NetworkSpec spec, long seed) {
        Parameters parameters = Parameters.zeros(spec);
        RandomStreams streams = new RandomStreams(seed);
        for (ParameterShape shape : parameters.shapes()) {
            if (!shape.leaf().equals("gamma_log")) {
                fill(parameters.matrix(shape.name()), law(shape, streams.stream("init/" + shape.name()), spec));
            }
        }
        for (ParameterShape shape : parameters.shapes()) {
            if (shape.leaf().equals("gamma_log")) {
                normalise(parameters.vector(shape.name()), parameters.vector(shape.name().replace("gamma_log", "nu_log")));
            }
        }
        return parameters;
    }

    private DoubleSupplier law(ParameterShape shape, UniformRandomProvider random, NetworkSpec spec) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        return switch (shape.leaf()) {
            case "nu_log" -> () -> StrictMath.log(decay(random.nextDouble()));
            case "theta_log" -> () -> StrictMath.log(maximumPhase * random.nextDouble());
            case "B_re", "B_im" -> () -> normal.sample() / Math.sqrt(2.0 * spec.width());
            case "C_re", "C_im" -> () -> normal.sample() / Math.sqrt(spec.units());
            case "A" -> () -> truncated(normal) / Math.sqrt(spec.units());
            case "B" -> () -> normal.sample() / Math.sqrt(spec.width());
            case "C" -> () -> normal.sample() / Math.sqrt(spec.units());
            case "D" -> normal::sample;
            case "ln.scale" -> () -> 1;
            case "ln.bias", "enc.b", "dec.b", "readout.b", "glu.b1", "glu.b2", "b_r", "b_z", "b_n", "b_hn" -> () -> 0;
            case "enc.W", "dec.W", "readout.W", "glu.W1", "glu.W2", "W_r", "W_z", "W_n", "U_r", "U_z", "U_n" -> () -> truncated(normal) / TRUNCATED_DEVIATION / Math.sqrt(shape.columns());
            default -> throw new IllegalStateException("initialisation: no law for " + shape.name());
        };
    }

    private double decay(double uniform) {
        double minimum = minimumRadius * minimumRadius;
        return -0.5 * StrictMath.log(uniform * (maximumRadius * maximumRadius - minimum) + minimum);
    }

    private static void normalise(double[] gammaLog, double[] nuLog) {
        for (int n = 0; n < gammaLog.length; n++) {
            double radius = StrictMath.exp(-StrictMath.exp(nuLog[n]));
            gammaLog[n] = 0.5 * StrictMath.log(1 - radius * radius);
        }
    }

    private static double truncated(ZigguratSampler.NormalizedGaussian normal) {
        double value = normal.sample();
        while (Math.abs(value) > 2) {
            value = normal.sample();
        }
        return value;
    }

    private static void fill(double[][] rows, DoubleSupplier law) {
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = law.getAsDouble();
            }
        }
    }
}
