package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columnar network of Javed, White and Sutton 2021: column j computes features of the input, head i the state of column i.
 *
 * <pre>
 *   f_j(t) = relu(W2_j relu(W1_j x(t) + b1_j) + b2_j)
 *   s_i(t) = sum_j sum_k U_i[j][k] f_j[k](t) + sum_j R_i[j] h_j(t-1) + ub_i
 *   h_i(t) = h_i(t-1) + tanh(s_i(t))   (eq. 10)    or   tanh(s_i(t)) without R   (eq. 22)
 * </pre>
 *
 * <p>Column i owns {@code theta_i = {W1 [w][d], b1 [w], W2 [w][w], b2 [w], U [n][w], R [n], ub [1]}}, its lateral weights included.
 * Master-User traces (eqs. 4 and 7) take {@code f_j} and {@code h_j} of other columns as constants; with {@code d_i = 1 - tanh^2 s_i}:
 *
 * <pre>
 *   TH_i(t) = d_i ds_i/dtheta_i + dh_i(t)/dh_i(t-1) TH_i(t-1),    dh_i(t)/dh_i(t-1) = 1 + d_i R_i[i]   (eq. 10)   or   0   (eq. 22)
 * </pre>
 */
public final class FeatureColumns implements Columns {

    private record Step(Features.Activation[] columns, double[][] f, double[] previous, double[] tanh, double[] hidden) {

        /** dh_i/ds_i. */
        double slope(int i) {
            return 1 - tanh[i] * tanh[i];
        }
    }

    private final StateUpdate update;
    private final List<Parameters> parameters;
    private final List<Parameters> traces;
    private final Features[] features;
    private final Head[] heads;
    private final List<Step> steps = new ArrayList<>();
    private double[] errorOfNext = {};

    /** Columns with these parameters, one entry per column, named and sized as those of {@link #zeros}. */
    public FeatureColumns(StateUpdate update, LateralMask mask, List<Parameters> parameters) {
        if (mask.states().length != parameters.size()) {
            throw new IllegalArgumentException("feature columns: a lateral mask for " + mask.states().length + " columns and parameters of "
                    + parameters.size() + "; both must be equal");
        }
        this.update = update;
        this.parameters = List.copyOf(parameters);
        traces = Columns.zeros(parameters);
        int n = parameters.size();
        features = parameters.stream().map(Features::new).toArray(Features[]::new);
        heads = IntStream.range(0, n).mapToObj(i -> new Head(parameters.get(i), mask.features()[i],
                update.readsStates() ? mask.states()[i] : new boolean[n])).toArray(Head[]::new);
    }

    /** Zero parameters of n columns of w features over d inputs. */
    public static List<Parameters> zeros(int n, int w, int d) {
        List<ParameterShape> shapes = List.of(new ParameterShape("W1", w, d, false), new ParameterShape("b1", 1, w, true),
                new ParameterShape("W2", w, w, false), new ParameterShape("b2", 1, w, true), new ParameterShape("U", n, w, false),
                new ParameterShape("R", 1, n, true), new ParameterShape("ub", 1, 1, true));
        return Stream.generate(() -> Parameters.zeros(shapes)).limit(n).toList();
    }

    @Override
    public List<Parameters> parameters() {
        return parameters;
    }

    @Override
    public List<Parameters> traces() {
        return traces;
    }

    /** f(t) of the last sequence, {@code [n][w]}, live. */
    public double[][] features(int t) {
        return steps.get(t).f;
    }

    @Override
    public void begin() {
        steps.clear();
        traces.forEach(Parameters::clear);
    }

    @Override
    public double[] forward(double[] x) {
        int n = count();
        Features.Activation[] columns = Stream.of(features).map(column -> column.of(x)).toArray(Features.Activation[]::new);
        double[][] f = Stream.of(columns).map(Features.Activation::f).toArray(double[][]::new);
        double[] previous = steps.isEmpty() ? new double[n] : steps.getLast().hidden;
        Step step = new Step(columns, f, previous, new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            step.tanh[i] = StrictMath.tanh(heads[i].sum(f, previous));
            step.hidden[i] = update.state(previous[i], step.tanh[i]);
        }
        steps.add(step);
        return step.hidden;
    }

    @Override
    public void beginWindow() {
        errorOfNext = new double[count()];
    }

    @Override
    public void backward(int t, double[] error, List<Parameters> gradient) {
        Step step = steps.get(t);
        double[] errorOfPrevious = new double[count()];
        double[][] errorOfFeatures = new double[count()][step.f[0].length];
        for (int i = 0; i < count(); i++) {
            double errorOfState = error[i] + errorOfNext[i];
            double errorOfSum = errorOfState * step.slope(i);
            errorOfPrevious[i] += update.direct() * errorOfState;
            heads[i].accumulate(errorOfSum, step.f, step.previous, gradient.get(i));
            heads[i].backward(errorOfSum, errorOfFeatures, errorOfPrevious);
        }
        for (int j = 0; j < count(); j++) {
            features[j].backward(step.columns[j], errorOfFeatures[j], gradient.get(j));
        }
        errorOfNext = errorOfPrevious;
    }

    @Override
    public void advanceTraces() {
        Step step = steps.getLast();
        for (int i = 0; i < count(); i++) {
            double slope = step.slope(i);
            double[] errorOfFeatures = new double[step.f[i].length];
            heads[i].addErrorOfFeatures(i, slope, errorOfFeatures);
            Parameters trace = traces.get(i);
            trace.scale(update.direct() + slope * heads[i].stateWeight(i));
            heads[i].accumulate(slope, step.f, step.previous, trace);
            features[i].backward(step.columns[i], errorOfFeatures, trace);
        }
    }
}
