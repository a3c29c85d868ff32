package columna.reference.dense;

import columna.reference.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;

/** A small random network with every weight, bias and input away from 0, and a sequence for it. */
record DenseCase(DenseParameters parameters, double[][] x, double[][] targets) {

    static final long SEED = 20260315L;

    static DenseCase of(DenseSpec spec, int steps) {
        UniformRandomProvider stream = new RandomStreams(SEED).stream("test/" + spec);
        DenseParameters parameters = DenseParameters.zeros(spec);
        fill(parameters.recurrent(), stream, 0.8);
        fill(parameters.readout(), stream, 0.8);
        double[][] x = new double[steps][spec.inputs()];
        double[][] targets = new double[steps][spec.outputs()];
        fill(x, stream, 1);
        fill(targets, stream, 1);
        return new DenseCase(parameters, x, targets);
    }

    private static void fill(double[][] rows, UniformRandomProvider stream, double scale) {
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = scale * (2 * stream.nextDouble() - 1);
            }
        }
    }

    DenseLearner learned(DenseRule rule) {
        DenseLearner learner = new DenseLearner(parameters, rule);
        learner.learn(x, targets);
        return learner;
    }

    double loss() {
        return new DenseLearner(parameters, new DenseRule.ReadoutOnly()).learn(x, targets);
    }
}
