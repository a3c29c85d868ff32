package columna.reference.columnar;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns of one LSTM unit each (Javed, Shah, Sutton and White 2023). For column k and gates q = i, f, g, o:
 *
 * <pre>
 *   a_q = W_q.x(t) + u_q h_k(t-1) + b_q (+ sum over j != k of V_q[j] h_j(t-1));    i, f, o = sigma(a_q),  g = tanh(a_g)
 *   c_k(t) = f c_k(t-1) + i g;    h_k(t) = o tanh(c_k(t))
 * </pre>
 *
 * <p>Column k owns {@code theta_k = {W_q [d], u_q [1], b_q [1], V_q [n] if lateral}}; {@code V_q[k]} is unused. The two traces
 * {@code TC = dc/dtheta} and {@code TH = dh/dtheta} need three factors A, B, D per column, shared by all its parameters, since
 * {@code chi = da_q/dtheta} ({@code x}, {@code h_k(t-1)}, 1, {@code h_j(t-1)}) is all that differs between them:
 *
 * <pre>
 *   A = c- f' u_f + i g' u_g + g i' u_i;    B = o (1 - tanh^2 c);    D = tanh(c) o' u_o
 *   TC &lt;- f TC + A TH + kappa_q chi,    kappa_i = g i', kappa_f = c- f', kappa_g = i g', kappa_o = 0
 *   TH &lt;- B TC + D TH + omega_q chi,    omega_o = tanh(c) o', the others 0
 * </pre>
 *
 * <p>Without lateral weights these are exact real-time recurrent learning; with them they are Master-User traces.
 */
public final class LstmColumns implements Columns {

    private final List<Parameters> parameters;
    private final List<Parameters> traces;
    private final List<Parameters> cellTraces;
    private final LstmColumn[] columns;
    private final List<LstmColumn.Step[]> steps = new ArrayList<>();
    private double[] hidden = {};
    private final List<double[]> errorsOfHidden = new ArrayList<>();
    private final List<double[]> errorsOfCells = new ArrayList<>();
    private double[] errorOfNextHidden = {};
    private double[] errorOfNextCell = {};

    /** Columns with these parameters, one entry per column, named and sized as those of {@link #zeros}. */
    public LstmColumns(boolean lateral, List<Parameters> parameters) {
        this.parameters = List.copyOf(parameters);
        traces = Columns.zeros(parameters);
        cellTraces = Columns.zeros(parameters);
        columns = new LstmColumn[parameters.size()];
        for (int k = 0; k < columns.length; k++) {
            columns[k] = new LstmColumn(k, lateral, parameters.get(k));
        }
    }

    /** Zero parameters of n columns over d inputs. */
    public static List<Parameters> zeros(int n, int d, boolean lateral) {
        List<ParameterShape> shapes = new ArrayList<>();
        for (LstmGate gate : LstmGate.values()) {
            shapes.add(new ParameterShape(gate.of("W"), 1, d, true));
            shapes.add(new ParameterShape(gate.of("u"), 1, 1, true));
            shapes.add(new ParameterShape(gate.of("b"), 1, 1, true));
            if (lateral) {
                shapes.add(new ParameterShape(gate.of("V"), 1, n, true));
            }
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

    /** TC of every column, live. */
    public List<Parameters> cellTraces() {
        return cellTraces;
    }

    /** The value of a gate of column k at a time step of the last sequence. */
    public double gate(LstmGate gate, int t, int k) {
        return steps.get(t)[k].gate(gate);
    }

    /** c_k(t) of the last sequence. */
    public double cell(int t, int k) {
        return steps.get(t)[k].cell();
    }

    @Override
    public void begin() {
        steps.clear();
        hidden = new double[count()];
        traces.forEach(Parameters::clear);
        cellTraces.forEach(Parameters::clear);
    }

    @Override
    public double[] forward(double[] x) {
        LstmColumn.Step[] now = new LstmColumn.Step[count()];
        double[] next = new double[count()];
        for (int k = 0; k < now.length; k++) {
            now[k] = columns[k].forward(x, hidden, steps.isEmpty() ? 0 : cell(steps.size() - 1, k));
            next[k] = now[k].hidden();
        }
        steps.add(now);
        hidden = next;
        return next;
    }

    @Override
    public void beginGradient() {
        errorsOfHidden.clear();
        errorsOfCells.clear();
        for (int t = 0; t < steps.size(); t++) {
            errorsOfHidden.add(new double[count()]);
            errorsOfCells.add(new double[count()]);
        }
    }

    @Override
    public void beginWindow() {
        errorOfNextHidden = new double[count()];
        errorOfNextCell = new double[count()];
    }

    @Override
    public void backward(int t, double[] error) {
        double[] errorOfPrevious = new double[count()];
        for (int k = 0; k < columns.length; k++) {
            LstmColumn.Step step = steps.get(t)[k];
            double errorOfHidden = error[k] + errorOfNextHidden[k];
            double errorOfCell = errorOfNextCell[k] + errorOfHidden * step.hiddenPerCell();
            for (LstmGate gate : LstmGate.values()) {
                columns[k].backward(gate, step.errorOfSum(gate, errorOfHidden, errorOfCell), errorOfPrevious);
            }
            errorsOfHidden.get(t)[k] += errorOfHidden;
            errorsOfCells.get(t)[k] += errorOfCell;
            errorOfNextCell[k] = errorOfCell * step.gate(LstmGate.F);
        }
        errorOfNextHidden = errorOfPrevious;
    }

    @Override
    public void accumulate(List<Parameters> gradient) {
        for (int t = 0; t < steps.size(); t++) {
            for (int k = 0; k < columns.length; k++) {
                LstmColumn.Step step = steps.get(t)[k];
                for (LstmGate gate : LstmGate.values()) {
                    double error = step.errorOfSum(gate, errorsOfHidden.get(t)[k], errorsOfCells.get(t)[k]);
                    columns[k].accumulate(gate, error, step, gradient.get(k));
                }
            }
        }
    }

    @Override
    public void advanceTraces() {
        for (int k = 0; k < columns.length; k++) {
            columns[k].advanceTraces(steps.getLast()[k], cellTraces.get(k), traces.get(k));
        }
    }
}
