package columna.reference.optimisation;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Moves parameters along gradients; holds the moments of every parameter and the number of updates done. */
public final class Optimiser {

    private final OptimiserSpec spec;
    private final Parameters parameters;
    private final Parameters first;
    private final Parameters second;
    private long updates;

    /** An optimiser of these parameters, which it changes in place. */
    public Optimiser(OptimiserSpec spec, Parameters parameters) {
        this.spec = spec;
        this.parameters = parameters;
        first = parameters.zeros();
        second = parameters.zeros();
    }

    /** The updates done. */
    public long updates() {
        return updates;
    }

    /** The base learning rate of the next update. */
    public double rate() {
        return spec.schedule().rate(updates);
    }

    /** m of every parameter, as it is now (live): the momentum, or Adam's first moment; zeros for SGD. */
    public Parameters firstMoment() {
        return first;
    }

    /** v of every parameter, as it is now (live): Adam's second moment; zeros otherwise. */
    public Parameters secondMoment() {
        return second;
    }

    /** Writes the moments and the number of updates; the parameters are the owner's to write. */
    public void save(DataOutput out) throws IOException {
        out.writeLong(updates);
        first.save(out);
        second.save(out);
    }

    /** Reads what {@link #save} wrote. */
    public void restore(DataInput in) throws IOException {
        updates = in.readLong();
        first.restore(in);
        second.restore(in);
    }

    /** One update of every parameter. */
    public void update(Parameters gradient) {
        double rate = rate();
        updates++;
        for (ParameterShape shape : parameters.shapes()) {
            boolean recurrent = spec.group().contains(shape);
            update(shape.name(), gradient, recurrent ? rate * spec.recurrentRateFactor() : rate, !recurrent);
        }
    }

    private void update(String name, Parameters gradient, double rate, boolean decays) {
        double[][] p = parameters.matrix(name);
        double[][] g = gradient.matrix(name);
        double[][] m = first.matrix(name);
        double[][] v = second.matrix(name);
        for (int r = 0; r < p.length; r++) {
            switch (spec.rule()) {
                case UpdateRule.Sgd() -> sgd(p[r], g[r], rate);
                case UpdateRule.Momentum(double mu) -> momentum(p[r], g[r], m[r], mu, rate);
                case UpdateRule.Adam adam -> adam(p[r], g[r], m[r], v[r], adam, rate, decays ? adam.weightDecay() : 0);
            }
        }
    }

    private static void sgd(double[] p, double[] g, double rate) {
        for (int i = 0; i < p.length; i++) {
            p[i] -= rate * g[i];
        }
    }

    private static void momentum(double[] p, double[] g, double[] m, double mu, double rate) {
        for (int i = 0; i < p.length; i++) {
            m[i] = mu * m[i] + g[i];
            p[i] -= rate * m[i];
        }
    }

    private void adam(double[] p, double[] g, double[] m, double[] v, UpdateRule.Adam rule, double rate, double decay) {
        double beta1 = rule.beta1();
        double beta2 = rule.beta2();
        double firstBias = 1 - StrictMath.pow(beta1, updates);
        double secondBias = 1 - StrictMath.pow(beta2, updates);
        for (int i = 0; i < p.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            p[i] = p[i] * (1 - rate * decay) - rate * (m[i] / firstBias) / (Math.sqrt(v[i] / secondBias) + rule.epsilon());
        }
    }
}
