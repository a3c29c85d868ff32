package columna.reference.dense.adaptation;

import columna.reference.dense.DenseLearner;
import columna.reference.dense.DenseParameters;
import columna.reference.online.OnlineOptimiser;
import columna.reference.online.OnlineUpdate;
import columna.reference.random.RandomStreams;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A network that updates its weights after every time step along the gradient of that step's mean squared error. Influence and traces
 * are not computed again for the changed weights. State, influence, traces and moments start at 0, or the state goes on from another
 * network's.
 */
final class OnlineTraining {

    private final DenseParameters parameters;
    private final DenseLearner learner;
    private final OnlineOptimiser optimiser;
    private final double[][] gradient;
    private final boolean learns;

    OnlineTraining(DenseParameters parameters, Method method, OnlineUpdate update, boolean readoutLearns, RandomStreams streams) {
        this.parameters = parameters;
        learner = new DenseLearner(parameters, method.rule(parameters, streams));
        optimiser = new OnlineOptimiser(update, learning(parameters, readoutLearns));
        gradient = learning(learner.gradient(), readoutLearns);
        learns = !(method instanceof Method.Frozen);
    }

    /** The rows that learn; a read-out that does not has no part in the gradient's norm. */
    private static double[][] learning(DenseParameters parameters, boolean readoutLearns) {
        Stream<double[]> readout = readoutLearns ? Stream.of(parameters.readout()) : Stream.empty();
        return Stream.concat(Stream.of(parameters.recurrent()), readout).toArray(double[][]::new);
    }

    /** A network with the weights and the state of this one, to learn on its own. */
    OnlineTraining continued(Method method, OnlineUpdate update, boolean readoutLearns, RandomStreams streams) {
        OnlineTraining next = new OnlineTraining(parameters.copy(), method, update, readoutLearns, streams);
        next.learner.beginAfter(learner);
        return next;
    }

    /** {@code 1/d sum_o (y_o - target_o)^2} before the update; the learner's loss is d/2 times as much. */
    double step(double[] x, double[] target) {
        double perOutput = 2.0 / target.length;
        learner.clearGradient();
        double loss = learner.advance(x, target);
        if (learns) {
            optimiser.update(gradient, perOutput);
        }
        return perOutput * loss;
    }

    DenseLearner learner() {
        return learner;
    }

    void save(DataOutputStream out) throws IOException {
        parameters.save(out);
        learner.save(out);
        optimiser.save(out);
    }

    void restore(DataInputStream in) throws IOException {
        parameters.restore(in);
        learner.restore(in);
        optimiser.restore(in);
    }
}
