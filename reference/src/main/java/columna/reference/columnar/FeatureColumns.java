package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columnar network of Javed, White and Sutton 2021: column j computes features of the input, the heads of column i its state.
 *
 * <pre>
 *   f_j(t) = relu(W2_j relu(W1_j x(t) + b1_j) + b2_j)
 *   a_i(t) = sum_j sum_k U_i[j][k] f_j[k](t) + ub_i,    b_i(t) = sum_j R_i[j] h_j(t-1)
 *   h_i(t) from a_i(t), b_i(t) and h_i(t-1) as {@link StateUpdate} says
 * </pre>
 *
 * <p>Column i owns {@code theta_i = {W1 [w][d], b1 [w], W2 [w][w], b2 [w]}} and for each head {@code {U [n][w], R [n], ub [1]}}, its lateral
 * weights included. Master-User traces (eqs. 4 and 7) take {@code f_j} and {@code h_j} of other columns as constants; summed over heads,
 *
 * <pre>
 *   TH_i(t) = dh_i/da_i da_i/dtheta_i + dh_i/db_i db_i/dtheta_i + (direct + dh_i/db_i R_i[i]) TH_i(t-1)
 * </pre>
 *
 * <p>with {@code direct} = 1 in eq. 10, 0 in eq. 22 and z in a gated unit.
 */
public final class FeatureColumns implements Columns {

    private record Step(Features.Activation[] columns, double[][] f, double[] previous, Transition[] transitions, double[] hidden) {}

    private final StateUpdate update;
    private final List<Parameters> parameters;
    private final List<Parameters> traces;
    private final Features[] features;
    private final Head[][] heads;
    private final List<Step> steps = new ArrayList<>();
    private final List<double[]> errorsOfStates = new ArrayList<>();
    private double[] errorOfNext = {};

    /** Columns of one head; parameters as for {@link #FeatureColumns(StateUpdate, List, List)}. */
    public FeatureColumns(StateUpdate update, LateralMask mask, List<Parameters> parameters) {
        this(update, List.of(mask), parameters);
    }

    /**
     * Columns with these parameters, one entry per column, named and sized as those of {@link #zeros(StateUpdate, int, int, int)}.
     *
     * @param masks one for each head: 3 for {@link StateUpdate#GATED}, else 1
     */
    public FeatureColumns(StateUpdate update, List<LateralMask> masks, List<Parameters> parameters) {
        if (masks.size() != update.heads().size()) {
            throw new IllegalArgumentException("feature columns: " + masks.size() + " lateral masks; " + update + " needs " + update.heads().size());
        }
        for (LateralMask mask : masks) {
            if (mask.states().length != parameters.size()) {
                throw new IllegalArgumentException("feature columns: a lateral mask for " + mask.states().length + " columns and parameters of "
                        + parameters.size() + "; both must be equal");
            }
        }
        this.update = update;
        this.parameters = List.copyOf(parameters);
        traces = Columns.zeros(parameters);
        features = parameters.stream().map(Features::new).toArray(Features[]::new);
        heads = new Head[parameters.size()][masks.size()];
        for (int i = 0; i < heads.length; i++) {
            for (int h = 0; h < masks.size(); h++) {
                boolean[] states = update.readsStates() ? masks.get(h).states()[i] : new boolean[parameters.size()];
                heads[i][h] = new Head(update.heads().get(h), parameters.get(i), masks.get(h).features()[i], states);
            }
        }
    }

    /** Zero parameters of n columns of w features and one head over d inputs. */
    public static List<Parameters> zeros(int n, int w, int d) {
        return zeros(StateUpdate.ACCUMULATING, n, w, d);
    }

    /** Zero parameters of n columns of w features over d inputs; the names of a head's end in {@code _r}, {@code _z}, {@code _n} if gated. */
    public static List<Parameters> zeros(StateUpdate update, int n, int w, int d) {
        List<ParameterShape> shapes = new ArrayList<>(List.of(new ParameterShape("W1", w, d, false), new ParameterShape("b1", 1, w, true),
                new ParameterShape("W2", w, w, false), new ParameterShape("b2", 1, w, true)));
        for (String head : update.heads()) {
            shapes.add(new ParameterShape("U" + head, n, w, false));
            shapes.add(new ParameterShape("R" + head, 1, n, true));
            shapes.add(new ParameterShape("ub" + head, 1, 1, true));
        }
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
        Step step = new Step(columns, f, previous, new Transition[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double[] a = Stream.of(heads[i]).mapToDouble(head -> head.featureSum(f)).toArray();
            double[] b = Stream.of(heads[i]).mapToDouble(head -> head.stateSum(previous)).toArray();
            step.transitions[i] = update.from(a, b, previous[i]);
            step.hidden[i] = step.transitions[i].state();
        }
        steps.add(step);
        return step.hidden;
    }

    @Override
    public void beginGradient() {
        errorsOfStates.clear();
        steps.forEach(step -> errorsOfStates.add(new double[count()]));
    }

    @Override
    public void beginWindow() {
        errorOfNext = new double[count()];
    }

    @Override
    public void backward(int t, double[] error) {
        double[] errorOfPrevious = new double[count()];
        for (int i = 0; i < count(); i++) {
            Transition transition = steps.get(t).transitions[i];
            double errorOfState = error[i] + errorOfNext[i];
            errorsOfStates.get(t)[i] += errorOfState;
            errorOfPrevious[i] += transition.direct() * errorOfState;
            for (int h = 0; h < heads[i].length; h++) {
                heads[i][h].addErrorOfPrevious(errorOfState * transition.byStates()[h], errorOfPrevious);
            }
        }
        errorOfNext = errorOfPrevious;
    }

    @Override
    public void accumulate(List<Parameters> gradient) {
        for (int t = 0; t < steps.size(); t++) {
            accumulate(steps.get(t), errorsOfStates.get(t), gradient);
        }
    }

    private void accumulate(Step step, double[] errorOfStates, List<Parameters> gradient) {
        double[][] errorOfFeatures = new double[count()][step.f[0].length];
        for (int i = 0; i < count(); i++) {
            for (int h = 0; h < heads[i].length; h++) {
                double errorOfA = errorOfStates[i] * step.transitions[i].byFeatures()[h];
                double errorOfB = errorOfStates[i] * step.transitions[i].byStates()[h];
                heads[i][h].accumulate(errorOfA, errorOfB, step.f, step.previous, gradient.get(i));
                for (int j = 0; j < count(); j++) {
                    heads[i][h].addErrorOfFeatures(j, errorOfA, errorOfFeatures[j]);
                }
            }
        }
        for (int j = 0; j < count(); j++) {
            features[j].backward(step.columns[j], errorOfFeatures[j], gradient.get(j));
        }
    }

    @Override
    public void advanceTraces() {
        for (int i = 0; i < count(); i++) {
            advanceTrace(i, steps.getLast());
        }
    }

    private void advanceTrace(int i, Step step) {
        Transition transition = step.transitions[i];
        Parameters trace = traces.get(i);
        double decay = transition.direct();
        for (int h = 0; h < heads[i].length; h++) {
            decay += transition.byStates()[h] * heads[i][h].stateWeight(i);
        }
        trace.scale(decay);
        double[] errorOfFeatures = new double[step.f[i].length];
        for (int h = 0; h < heads[i].length; h++) {
            heads[i][h].addErrorOfFeatures(i, transition.byFeatures()[h], errorOfFeatures);
            heads[i][h].accumulate(transition.byFeatures()[h], transition.byStates()[h], step.f, step.previous, trace);
        }
        features[i].backward(step.columns[i], errorOfFeatures, trace);
    }
}
