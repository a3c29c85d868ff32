package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * A core of LSTM columns of one unit each (Javed et al. 2023; SEEDS C.1), whose sensitivities to all of their parameters are exact since no
 * column feeds another of its stage. With columns c, what they see j and the gates q = i, f, g, o:
 *
 * <pre>
 * pre.q := w.q seen + u.q*h + b.q;   c := f*c + i*g;   h := o*tanh(c)
 * A := kappa.f u.f + kappa.g u.g + kappa.i u.i;   B := o (1 - tanh(c)^2);   D := omega u.o          three scalars of a column
 * TC := f*TC + A*TH + kappa.q seen;   TH := B*TC + D*TH + omega seen  (omega for q = o)              two traces of a parameter
 * </pre>
 *
 * What columns see is the observation, normalised in the core, and the normalised features of earlier stages, one time step late. The core's
 * part of the prediction, {@code sum of w feature}, is its own: one word goes up the bus, one error comes down.
 */
public final class LstmColumnsCore {

    /** How the columns of a core are at work. */
    public enum Mode {
        /** Parameters, statistics and output weights learn. */
        LEARNING,
        /** Parameters stand still and have no traces; output weights go on learning. */
        FROZEN
    }

    /**
     * Features of an earlier core.
     *
     * @param channel that carries them
     * @param columns how many
     */
    public record Heard(String channel, int columns) {}

    /**
     * A core.
     *
     * @param columns LSTM columns
     * @param inputs signals of the observation
     * @param heard cores of earlier stages
     * @param channel on which its own features go to later stages, empty where nobody listens
     * @param mode learning or frozen
     * @param step what a weight makes of an error
     * @param statisticsShift decay of the running statistics, 1 - 2<sup>-shift</sup>
     */
    public record Shape(int columns, int inputs, List<Heard> heard, String channel, Mode mode, WeightStep step, int statisticsShift) {
        public Shape {
            heard = List.copyOf(heard);
        }
    }

    private static final String GROUP = "lstm";
    private static final List<String> GATES = List.of("i", "f", "g", "o");

    /** What a column sees: the name in signals, its index, the operand; the last two are its own state and the constant. */
    private record Seen(String name, List<Axis> axes, String operand) {}

    private final Declarations declarations;
    private final Shape shape;
    private final CoreProgram.Builder program = CoreProgram.named("lstm columns");
    private final Axis c;
    private final Axis i;
    private final List<Axis> perColumn;
    private final List<Seen> seen = new ArrayList<>();
    private final RunningStatistics observation;
    private final RunningStatistics feature;
    private final Eligible output;

    private LstmColumnsCore(Declarations declarations, Shape shape) {
        this.declarations = declarations;
        this.shape = shape;
        c = new Axis("c", shape.columns());
        i = new Axis("i", shape.inputs());
        perColumn = List.of(c);
        observation = new RunningStatistics(program, declarations, "observation", i, shape.statisticsShift());
        feature = new RunningStatistics(program, declarations, "feature", c, shape.statisticsShift());
        output = new Eligible(program, declarations, shape.step(), "readout", "w", perColumn);
        seen.add(new Seen("x", List.of(c, i), observation.normal()));
        for (int k = 0; k < shape.heard().size(); k++) {
            Axis axis = new Axis("s" + k, shape.heard().get(k).columns());
            seen.add(new Seen("s" + k, List.of(c, axis), "heard.s" + k + "[" + axis + "]"));
        }
    }

    /** The program of a core. */
    public static CoreProgram program(Declarations declarations, Shape shape) {
        LstmColumnsCore core = new LstmColumnsCore(declarations, shape);
        core.declare();
        core.advance();
        core.predict();
        if (core.learning()) {
            core.traces();
        }
        core.listen();
        core.update();
        return core.program.build();
    }

    private boolean learning() {
        return shape.mode() == Mode.LEARNING;
    }

    private List<Eligible> parameters(String gate) {
        List<Eligible> all = new ArrayList<>();
        seen.forEach(s -> all.add(parameter("w." + gate + "." + s.name(), s.axes())));
        all.add(parameter("u." + gate, perColumn));
        all.add(parameter("b." + gate, perColumn));
        return all;
    }

    private Eligible parameter(String name, List<Axis> axes) {
        return new Eligible(program, declarations, shape.step(), GROUP, name, axes);
    }

    private void declare() {
        declarations.real(program, ACTIVATION, List.of(i), "observation.x");
        observation.declare();
        feature.declare();
        feature.declareMoving();
        for (int k = 0; k < shape.heard().size(); k++) {
            declarations.real(program, ACTIVATION, List.of(seen.get(k + 1).axes().getLast()), "heard.s" + k);
        }
        for (String gate : GATES) {
            declarations.real(program, ACTIVATION, perColumn, "lstm.pre." + gate, "lstm.gate." + gate);
            declarations.table(
                    program, "squash." + gate, gate.equals("g") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, "lstm.pre." + gate, "lstm.gate." + gate);
            parameters(gate).forEach(Eligible::declare);
        }
        declarations.real(program, HIDDEN_STATE, perColumn, "lstm.c", "lstm.h");
        declarations.real(program, ACTIVATION, perColumn, "lstm.shown");
        declarations.table(program, "tanh", Nonlinearity.TANH, "lstm.c", "lstm.shown");
        declarations.real(program, ACTIVATION, List.of(), "readout.partial");
        output.declare();
        output.declareLearning();
        declarations.real(program, ERROR, List.of(), Eligible.DELTA, Eligible.SCALED);
        declarations.real(program, OPTIMISER, List.of(), Eligible.DECAY, "rate.output");
        if (learning()) {
            declareLearning();
        }
    }

    private void declareLearning() {
        observation.declareMoving();
        declarations.real(program, OPTIMISER, List.of(), "unity", "rate.columns");
        declarations.real(program, TRACE, perColumn, "lstm.before", "readout.credit");
        declarations.real(
                program, TRACE, perColumn, "lstm.slope.i", "lstm.slope.f", "lstm.slope.g", "lstm.slope.o", "lstm.slope.shown", "lstm.kappa.i",
                "lstm.kappa.f", "lstm.kappa.g", "lstm.omega", "lstm.path.A", "lstm.path.B", "lstm.path.D");
        for (String gate : GATES) {
            for (Eligible parameter : parameters(gate)) {
                declarations.real(
                        program, TRACE, parameter.axes(), GROUP + ".trace.c." + parameter.parameter(), GROUP + ".trace.h." + parameter.parameter());
                parameter.declareLearning();
            }
        }
    }

    /** From the observation to the hidden state; the columns' old state is kept for the traces. */
    private void advance() {
        program.infer(Phase.FORWARD, "receive observation.x[i] <- observation");
        program.infer(Phase.FORWARD, observation.normalise("observation.x[i]"));
        rememberGradients();
        for (String gate : GATES) {
            StringBuilder sum = new StringBuilder("lstm.pre.%s[c] := ".formatted(gate));
            for (Seen s : seen) {
                sum.append("lstm.w.%s.%s[c,%s]*%s + ".formatted(gate, s.name(), s.axes().getLast(), s.operand()));
            }
            sum.append("lstm.u.%s[c]*lstm.h[c] + lstm.b.%s[c]".formatted(gate, gate));
            program.infer(Phase.FORWARD, sum.toString(), "lstm.gate.%s[c] := squash.%s(lstm.pre.%s[c])".formatted(gate, gate, gate));
        }
        if (learning()) {
            paths();
            program.learn(Phase.FORWARD, "lstm.before[c] := lstm.h[c]");
        }
        program.infer(
                Phase.FORWARD,
                "lstm.c[c] := lstm.gate.f[c]*lstm.c[c] + lstm.gate.i[c]*lstm.gate.g[c]",
                "lstm.shown[c] := tanh(lstm.c[c])",
                "lstm.h[c] := lstm.gate.o[c]*lstm.shown[c]");
    }

    /** While the words of the time step before are still there. */
    private void rememberGradients() {
        output.remember(feature.normal());
        if (learning()) {
            GATES.forEach(gate -> parameters(gate).forEach(parameter -> parameter.remember("readout.credit[c]*" + parameter.trace("h"))));
        }
    }

    /** What of the derivatives depends on the old cell. */
    private void paths() {
        program.learn(
                Phase.FORWARD,
                "lstm.slope.i[c] := lstm.gate.i[c] - lstm.gate.i[c]*lstm.gate.i[c]",
                "lstm.slope.f[c] := lstm.gate.f[c] - lstm.gate.f[c]*lstm.gate.f[c]",
                "lstm.slope.g[c] := unity - lstm.gate.g[c]*lstm.gate.g[c]",
                "lstm.kappa.i[c] := lstm.gate.g[c]*lstm.slope.i[c]",
                "lstm.kappa.f[c] := lstm.c[c]*lstm.slope.f[c]",
                "lstm.kappa.g[c] := lstm.gate.i[c]*lstm.slope.g[c]",
                "lstm.path.A[c] := lstm.kappa.f[c]*lstm.u.f[c] + lstm.kappa.g[c]*lstm.u.g[c] + lstm.kappa.i[c]*lstm.u.i[c]");
    }

    /** Everything that other cores wait for, before the traces. */
    private void predict() {
        program.infer(Phase.FORWARD, feature.observe("lstm.h[c]"));
        program.infer(
                Phase.FORWARD,
                feature.scale(),
                "readout.partial := readout.w[c]*feature.normal[c]",
                "send readout.partial -> prediction");
        if (!shape.channel().isEmpty()) {
            program.infer(Phase.FORWARD, "send feature.normal[c] -> " + shape.channel());
        }
    }

    private void traces() {
        program.learn(
                Phase.FORWARD,
                "readout.credit[c] := readout.w[c]*feature.scaling[c]",
                "lstm.slope.o[c] := lstm.gate.o[c] - lstm.gate.o[c]*lstm.gate.o[c]",
                "lstm.slope.shown[c] := unity - lstm.shown[c]*lstm.shown[c]",
                "lstm.path.B[c] := lstm.gate.o[c]*lstm.slope.shown[c]",
                "lstm.omega[c] := lstm.shown[c]*lstm.slope.o[c]",
                "lstm.path.D[c] := lstm.omega[c]*lstm.u.o[c]");
        for (String gate : GATES) {
            for (Seen s : seen) {
                traces(gate, parameter("w." + gate + "." + s.name(), s.axes()), "*" + s.operand());
            }
            traces(gate, parameter("u." + gate, perColumn), "*lstm.before[c]");
            traces(gate, parameter("b." + gate, perColumn), "");
        }
        program.learn(Phase.FORWARD, observation.observe("observation.x[i]"));
    }

    /** chi is what the parameter is multiplied by, with its sign of multiplication, or nothing for a bias. */
    private void traces(String gate, Eligible parameter, String chi) {
        String cell = parameter.trace("c");
        String hidden = parameter.trace("h");
        String outer = gate.equals("o") ? "" : " + lstm.kappa." + gate + "[c]" + chi;
        String inner = gate.equals("o") ? " + lstm.omega[c]" + chi : "";
        program.learn(
                Phase.FORWARD,
                "%s := lstm.gate.f[c]*%s + lstm.path.A[c]*%s%s".formatted(cell, cell, hidden, outer),
                "%s := lstm.path.B[c]*%s + lstm.path.D[c]*%s%s".formatted(hidden, cell, hidden, inner));
    }

    /** Features of earlier stages arrive for the next time step. */
    private void listen() {
        for (int k = 0; k < shape.heard().size(); k++) {
            program.infer(
                    Phase.FORWARD, "receive heard.s%d[s%d] <- %s".formatted(k, k, shape.heard().get(k).channel()));
        }
    }

    private void update() {
        program.learn(Phase.ERROR, "receive error.delta <- error.prediction");
        if (learning()) {
            program.learn(Phase.UPDATE, "error.scaled := rate.columns*error.delta");
            GATES.forEach(gate -> parameters(gate).forEach(Eligible::update));
        }
        program.learn(Phase.UPDATE, "error.scaled := rate.output*error.delta");
        output.update();
    }
}
