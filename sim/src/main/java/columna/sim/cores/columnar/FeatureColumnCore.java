package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.GRADIENT;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of a columnar network with lateral connections and the Master-User estimate of its gradient (Javed, White and Sutton 2021; SEEDS B):
 *
 * <pre>
 * a := relu(W1 x + b1);   f := relu(W2 a + b2);   p := U f + lateral weights times other columns' features and states + ub
 * h := h + tanh(p)  (equation 10)   or   h := tanh(p)  (equation 22)
 * TH := decay TH + immediate derivative through this column only;   decay = 1 + (1 - tanh^2) r_own, or 0
 * G := G - delta (w TH + h TW)      w := w + alpha delta h at every time step; parameters move along G when a sequence ends
 * TW := (1 - alpha h^2) TW + alpha (delta - h w) TH                                            the meta-gradient's own trace
 * </pre>
 *
 * Features are in two memories, those that other columns read, which travel as one packet, and those that nobody else reads. A receiver masks the
 * words of a packet that it has no weight for.
 */
public final class FeatureColumnCore {

    /**
     * A packet of features that this column reads.
     *
     * @param channel that carries it
     * @param words features in it
     */
    public record Packet(String channel, int words) {}

    /**
     * A column.
     *
     * @param inputs words of an observation
     * @param width features, all of them
     * @param sent so many of them are read by other columns
     * @param channel on which these go
     * @param heard packets of other columns
     * @param stateChannel on which its state goes, empty where nobody reads it
     * @param heardStates channels of other columns' states
     * @param ownState whether it has a weight for its own last state
     * @param recurrent equation 10, else 22
     * @param metaGradient whether TW is kept
     */
    public record Shape(
            int inputs,
            int width,
            int sent,
            String channel,
            List<Packet> heard,
            String stateChannel,
            List<String> heardStates,
            boolean ownState,
            boolean recurrent,
            boolean metaGradient) {
        public Shape {
            heard = List.copyOf(heard);
            heardStates = List.copyOf(heardStates);
        }
    }

    /**
     * A parameter with its immediate derivative, as an expression.
     *
     * @param name after {@code column.}
     * @param axes its indices
     * @param immediate dh/dparameter with the past constant
     */
    private record Parameter(String name, List<Axis> axes, String immediate) {

        String of(String kind) {
            String indices = axes.isEmpty() ? "" : "[" + String.join(",", axes.stream().map(Axis::name).toList()) + "]";
            return "column." + (kind.isEmpty() ? "" : kind + ".") + name + indices;
        }
    }

    private final Declarations declarations;
    private final Shape shape;
    private final CoreProgram.Builder program = CoreProgram.named("feature column");
    private final Axis i;
    private final Axis a;
    private final List<Axis> groups = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();

    private FeatureColumnCore(Declarations declarations, Shape shape) {
        this.declarations = declarations;
        this.shape = shape;
        i = new Axis("i", shape.inputs());
        a = new Axis("a", shape.width());
        if (shape.sent() > 0) {
            groups.add(new Axis("sent", shape.sent()));
        }
        if (shape.sent() < shape.width()) {
            groups.add(new Axis("kept", shape.width() - shape.sent()));
        }
        collect();
    }

    /** The program of a column. */
    public static CoreProgram program(Declarations declarations, Shape shape) {
        FeatureColumnCore core = new FeatureColumnCore(declarations, shape);
        core.declare();
        core.reset();
        core.forward();
        core.traces();
        core.error();
        core.update();
        return core.program.build();
    }

    /** Every parameter with its derivative, and what it adds to the head's sum. */
    private void collect() {
        parameters.add(new Parameter("w1", List.of(a, i), "column.back.a[a]*observation.x[i]"));
        parameters.add(new Parameter("b1", List.of(a), "column.back.a[a]"));
        for (Axis group : groups) {
            parameters.add(new Parameter("w2." + group, List.of(group, a), "column.back.%1$s[%1$s]*column.a[a]".formatted(group)));
            parameters.add(new Parameter("b2." + group, List.of(group), "column.back.%1$s[%1$s]".formatted(group)));
            head("u." + group, List.of(group), "column.f.%1$s[%1$s]".formatted(group));
        }
        for (int k = 0; k < shape.heard().size(); k++) {
            Axis lateral = new Axis("l" + k, shape.heard().get(k).words());
            head("lateral.u.n" + k, List.of(lateral), "lateral.f.n%d[%s]".formatted(k, lateral));
        }
        for (int k = 0; k < shape.heardStates().size(); k++) {
            head("lateral.r.n" + k, List.of(), "lateral.h.n" + k);
        }
        if (shape.ownState()) {
            head("r", List.of(), "column.before");
        }
        head("ub", List.of(), "");
    }

    private void head(String name, List<Axis> axes, String operand) {
        String times = operand.isEmpty() ? "" : "*" + operand;
        Parameter parameter = new Parameter(name, axes, "column.slope" + times);
        parameters.add(parameter);
        terms.add(parameter.of("") + times);
    }

    private void declare() {
        declarations.real(program, ACTIVATION, List.of(i), "observation.x");
        layer("a", a);
        groups.forEach(group -> layer(group.name(), group));
        for (int k = 0; k < shape.heard().size(); k++) {
            List<Axis> lateral = List.of(new Axis("l" + k, shape.heard().get(k).words()));
            declarations.real(program, ACTIVATION, lateral, "lateral.packet.n" + k, "lateral.f.n" + k);
            declarations.real(program, PARAMETER, lateral, "lateral.mask.n" + k);
        }
        for (int k = 0; k < shape.heardStates().size(); k++) {
            declarations.real(program, ACTIVATION, List.of(), "lateral.h.n" + k);
        }
        declarations.real(program, ACTIVATION, List.of(), "column.sum", "column.tanh", "readout.partial");
        declarations.real(program, HIDDEN_STATE, List.of(), "column.h", "column.before");
        declarations.table(program, "tanh", Nonlinearity.TANH, "column.sum", "column.tanh");
        declarations.real(program, PARAMETER, List.of(), "readout.w");
        declarations.real(program, ERROR, List.of(), "error.delta", "error.weight");
        declarations.real(program, OPTIMISER, List.of(), "rate.columns", "rate.readout", "error.step");
        declarations.real(program, TRACE, List.of(), "unity", "column.slope", "column.decay");
        for (Parameter parameter : parameters) {
            declarations.real(program, PARAMETER, parameter.axes(), "column." + parameter.name());
            declarations.real(program, TRACE, parameter.axes(), "column.trace." + parameter.name());
            declarations.real(program, GRADIENT, parameter.axes(), "column.gradient." + parameter.name());
            if (shape.metaGradient()) {
                declarations.real(program, TRACE, parameter.axes(), "column.meta." + parameter.name());
            }
        }
        if (shape.metaGradient()) {
            declarations.real(program, ERROR, List.of(), "error.state", "meta.step", "meta.decay", "meta.gain");
        }
    }

    /** The first layer is {@code column.a}, the second {@code column.f.sent} and {@code column.f.kept}. */
    private void layer(String name, Axis axis) {
        String output = output(name);
        declarations.real(program, ACTIVATION, List.of(axis), "column.pre." + name, output);
        declarations.real(program, TRACE, List.of(axis), "column.on." + name, "column.back." + name);
        declarations.table(program, "relu." + name, Nonlinearity.RELU, "column.pre." + name, output);
        declarations.table(program, "step." + name, Nonlinearity.STEP, "column.pre." + name, "column.on." + name);
    }

    private static String output(String layer) {
        return layer.equals("a") ? "column.a" : "column.f." + layer;
    }

    private void reset() {
        program.infer(Phase.RESET, "column.h := 0");
        for (Parameter parameter : parameters) {
            program.learn(Phase.RESET, parameter.of("trace") + " := 0");
            if (shape.metaGradient()) {
                program.learn(Phase.RESET, parameter.of("meta") + " := 0");
            }
        }
    }

    private void forward() {
        program.infer(Phase.FORWARD, "receive observation.x[i] <- observation", "column.before := column.h");
        if (!shape.stateChannel().isEmpty()) {
            program.infer(Phase.FORWARD, "send column.h -> " + shape.stateChannel());
        }
        program.infer(
                Phase.FORWARD, "column.pre.a[a] := column.w1[a,i]*observation.x[i] + column.b1[a]", "column.a[a] := relu.a(column.pre.a[a])");
        for (Axis group : groups) {
            program.infer(
                    Phase.FORWARD,
                    "column.pre.%1$s[%1$s] := column.w2.%1$s[%1$s,a]*column.a[a] + column.b2.%1$s[%1$s]".formatted(group),
                    "column.f.%1$s[%1$s] := relu.%1$s(column.pre.%1$s[%1$s])".formatted(group));
            if (group.name().equals("sent")) {
                program.infer(Phase.FORWARD, "send column.f.sent[sent] -> " + shape.channel());
            }
        }
        for (int k = 0; k < shape.heardStates().size(); k++) {
            program.infer(Phase.FORWARD, "receive lateral.h.n" + k + " <- " + shape.heardStates().get(k));
        }
        for (int k = 0; k < shape.heard().size(); k++) {
            program.infer(
                    Phase.FORWARD,
                    "receive lateral.packet.n%1$d[l%1$d] <- %2$s".formatted(k, shape.heard().get(k).channel()),
                    "lateral.f.n%1$d[l%1$d] := lateral.mask.n%1$d[l%1$d]*lateral.packet.n%1$d[l%1$d]".formatted(k));
        }
        program.infer(
                Phase.FORWARD,
                "column.sum := " + String.join(" + ", terms),
                "column.tanh := tanh(column.sum)",
                shape.recurrent() ? "column.h := column.before + column.tanh" : "column.h := column.tanh",
                "readout.partial := readout.w*column.h",
                "send readout.partial -> prediction");
    }

    private void traces() {
        program.learn(Phase.FORWARD, "column.slope := unity - column.tanh*column.tanh");
        if (shape.recurrent()) {
            program.learn(Phase.FORWARD, shape.ownState() ? "column.decay := unity + column.slope*column.r" : "column.decay := unity");
        }
        List<String> errors = new ArrayList<>();
        for (Axis group : groups) {
            program.learn(
                    Phase.FORWARD,
                    "column.on.%1$s[%1$s] := step.%1$s(column.pre.%1$s[%1$s])".formatted(group),
                    "column.back.%1$s[%1$s] := column.slope*column.u.%1$s[%1$s]".formatted(group),
                    "column.back.%1$s[%1$s] := column.back.%1$s[%1$s]*column.on.%1$s[%1$s]".formatted(group));
            errors.add("column.w2.%1$s[%1$s,a]*column.back.%1$s[%1$s]".formatted(group));
        }
        program.learn(
                Phase.FORWARD,
                "column.on.a[a] := step.a(column.pre.a[a])",
                "column.back.a[a] := " + String.join(" + ", errors),
                "column.back.a[a] := column.back.a[a]*column.on.a[a]");
        for (Parameter parameter : parameters) {
            String trace = parameter.of("trace");
            program.learn(
                    Phase.FORWARD,
                    shape.recurrent()
                            ? "%s := column.decay*%s + %s".formatted(trace, trace, parameter.immediate())
                            : "%s := %s".formatted(trace, parameter.immediate()));
        }
    }

    private void error() {
        program.learn(Phase.ERROR, "receive error.delta <- error.prediction", "error.weight := error.delta*readout.w");
        if (shape.metaGradient()) {
            program.learn(Phase.ERROR, "error.state := error.delta*column.h");
        }
        for (Parameter parameter : parameters) {
            String gradient = parameter.of("gradient");
            String meta = shape.metaGradient() ? " - error.state*" + parameter.of("meta") : "";
            program.learn(Phase.ERROR, "%s := %s - error.weight*%s%s".formatted(gradient, gradient, parameter.of("trace"), meta));
        }
        program.learn(Phase.ERROR, "error.step := rate.readout*error.delta");
        if (shape.metaGradient()) {
            program.learn(
                    Phase.ERROR,
                    "meta.step := rate.readout*column.h",
                    "meta.decay := unity - meta.step*column.h",
                    "meta.gain := error.step - meta.step*readout.w");
            for (Parameter parameter : parameters) {
                String meta = parameter.of("meta");
                program.learn(Phase.ERROR, "%s := meta.decay*%s + meta.gain*%s".formatted(meta, meta, parameter.of("trace")));
            }
        }
        program.learn(Phase.ERROR, "readout.w := readout.w + error.step*column.h");
    }

    private void update() {
        for (Parameter parameter : parameters) {
            program.learn(
                    Phase.UPDATE,
                    "%s := %s - rate.columns*%s".formatted(parameter.of(""), parameter.of(""), parameter.of("gradient")),
                    parameter.of("gradient") + " := 0");
        }
    }
}
