package columna.reference.attention;

import columna.reference.online.OnlineOptimiser;
import columna.reference.online.OnlineUpdate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** An attention network that updates its weights after every time step along the gradient of that step's mean squared error. */
public final class AttentionLearner {

    private final AttentionSpec spec;
    private final AttentionParameters parameters;
    private final AttentionParameters gradient;
    private final HeadSelection selection;
    private final OnlineUpdate update;
    private final OnlineOptimiser optimiser;
    private final Deque<double[]> window = new ArrayDeque<>();

    /** A learner that has seen inputs 0 only; it changes the parameters in place. */
    public AttentionLearner(AttentionSpec spec, AttentionParameters parameters, HeadSelection selection, OnlineUpdate update) {
        this.spec = spec;
        this.parameters = parameters;
        this.selection = selection;
        this.update = update;
        gradient = AttentionParameters.zeros(spec);
        optimiser = new OnlineOptimiser(update, parameters.rows());
        for (int t = 0; t < spec.window(); t++) {
            window.add(new double[spec.inputs()]);
        }
    }

    /** A learner with a copy of these weights that has seen the same inputs; its moments start at 0. */
    public AttentionLearner continued(HeadSelection carrying) {
        AttentionLearner next = new AttentionLearner(spec, parameters.copy(spec), carrying, update);
        next.window.clear();
        next.window.addAll(window);
        return next;
    }

    /** One time step: {@code 1/d sum_o (y_o - target_o)^2} before the update. */
    public double learn(double[] x, double[] target) {
        double perOutput = 2.0 / target.length;
        double loss = differentiate(x, target);
        optimiser.update(gradient.rows(), perOutput);
        return perOutput * loss;
    }

    /** As {@link #learn} without an update. */
    public double watch(double[] x, double[] target) {
        return 2.0 / target.length * differentiate(x, target);
    }

    /** The gradient of the latest {@code 1/2 sum_o (y_o - target_o)^2} through the heads that carry it; a live view. */
    AttentionParameters gradient() {
        return gradient;
    }

    private double differentiate(double[] x, double[] target) {
        window.removeFirst();
        window.addLast(x.clone());
        double[][] inputs = window.stream().map(AttentionLearner::joinedWithOne).toArray(double[][]::new);
        List<LayerPass> passes = new ArrayList<>();
        double[][] z = Products.each(parameters.embedding(), inputs);
        for (int t = 0; t < z.length; t++) {
            Products.add(1, parameters.positions()[t], z[t]);
        }
        for (AttentionParameters.Layer layer : parameters.layers()) {
            passes.add(LayerPass.of(layer, z, spec.heads()));
            z = passes.getLast().after();
        }
        for (double[] row : gradient.rows()) {
            Arrays.fill(row, 0);
        }
        double[] features = joinedWithOne(z[z.length - 1]);
        double[] errors = new double[target.length];
        double loss = 0;
        for (int o = 0; o < target.length; o++) {
            errors[o] = Products.dot(parameters.readout()[o], features) - target[o];
            loss += errors[o] * errors[o] / 2;
        }
        backward(errors, features, passes, inputs);
        return loss;
    }

    private void backward(double[] outputErrors, double[] features, List<LayerPass> passes, double[][] inputs) {
        double[] lastError = new double[features.length];
        Products.backward(parameters.readout(), gradient.readout(), outputErrors, features, lastError);
        double[][] errors = new double[spec.window()][spec.width()];
        System.arraycopy(lastError, 0, errors[spec.window() - 1], 0, spec.width());
        for (int l = passes.size() - 1; l >= 0; l--) {
            errors = passes.get(l).backward(parameters.layers().get(l), gradient.layers().get(l), errors, selection.carries()[l]);
        }
        for (int t = 0; t < inputs.length; t++) {
            Products.backward(parameters.embedding(), gradient.embedding(), errors[t], inputs[t], new double[inputs[t].length]);
            Products.add(1, errors[t], gradient.positions()[t]);
        }
    }

    private static double[] joinedWithOne(double[] values) {
        double[] joined = Arrays.copyOf(values, values.length + 1);
        joined[values.length] = 1;
        return joined;
    }
}
