package columna.sim.cores.dense;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.HIDDEN_STATE;
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
 * Units {@code h := tanh(W h + U x + b)} with slopes {@code d = 1 - h^2}. Kept units are those whose sensitivities are carried on, all of them but
 * under sparse RTRL; the weights are in blocks between kept and other units, so that no index has to be looked up.
 *
 * <pre>
 * SnAp-1   e  := d (W_ii e + chi)                                            a trace of each parameter
 * RTRL     P_i := d_i (sum over kept j of W_ij P_j + [row i] chi)            chi = (h(t-1), x, 1)
 * others   immediate derivatives d chi, not stored
 * </pre>
 */
final class TanhCell implements DenseCell {

    private static final String KEPT = "kept";
    private static final String OTHER = "other";

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final DenseRule rule;
    private final Axis i;
    private final List<Units> units = new ArrayList<>();
    private final Units kept;

    TanhCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape) {
        this.program = program;
        this.declarations = declarations;
        this.rule = shape.rule();
        this.i = new Axis("i", shape.inputs());
        int keptUnits = shape.kept();
        kept = new Units(KEPT, new Axis("k", keptUnits));
        units.add(kept);
        if (keptUnits < shape.units()) {
            units.add(new Units(OTHER, new Axis("n", shape.units() - keptUnits)));
        }
    }

    @Override
    public List<Units> units() {
        return units;
    }

    /** The index of a vector as a source of another. */
    private static Axis source(Units of) {
        return new Axis(of.axis() + "m", of.axis().size());
    }

    @Override
    public void declare() {
        for (Units to : units) {
            List<Axis> vector = List.of(to.axis());
            declarations.real(program, HIDDEN_STATE, vector, "dense.h" + to.suffix());
            declarations.real(program, ACTIVATION, vector, "dense.pre" + to.suffix());
            declarations.real(program, TRACE, vector, "dense.slope" + to.suffix());
            declarations.real(program, TRACE, List.of(source(to)), "dense.before" + to.suffix());
            units.forEach(from -> declarations.real(program, PARAMETER, List.of(to.axis(), source(from)), weights(to, from)));
            declarations.real(program, PARAMETER, List.of(to.axis(), i), "dense.u" + to.suffix());
            declarations.real(program, PARAMETER, vector, "dense.b" + to.suffix());
            declarations.table(program, "tanh" + to.suffix(), Nonlinearity.TANH, "dense.pre" + to.suffix(), "dense.h" + to.suffix());
        }
        declarations.real(program, TRACE, List.of(), "unity");
        declarations.real(program, TRACE, List.of(kept.axis(), new Axis("kr", kept.axis().size())), "dense.identity");
        if (rule instanceof DenseRule.Snap1) {
            declarations.real(program, TRACE, List.of(kept.axis()), "dense.diagonal", "dense.path");
            declarations.real(program, TRACE, List.of(kept.axis(), source(kept)), "dense.trace.w.kept.kept");
            declarations.real(program, TRACE, List.of(kept.axis(), i), "dense.trace.u.kept");
            declarations.real(program, TRACE, List.of(kept.axis()), "dense.trace.b.kept");
        } else {
            declarations.real(program, TRACE, List.of(kept.axis(), new Axis("kr", kept.axis().size())), "dense.own");
            sensitivities().forEach(s -> {
                s.declare("trace");
                s.declare("carried");
            });
        }
    }

    private static String weights(Units to, Units from) {
        return "dense.w" + to.suffix() + from.suffix();
    }

    private List<Sensitivity> sensitivities() {
        List<Sensitivity> all = new ArrayList<>();
        units.forEach(from -> all.add(
                sensitivity("w" + kept.suffix() + from.suffix(), List.of(source(from)), "*dense.before%s[%s]".formatted(from.suffix(), source(from)))));
        all.add(sensitivity("u" + kept.suffix(), List.of(i), "*observation.x[i]"));
        all.add(sensitivity("b" + kept.suffix(), List.of(), ""));
        return all;
    }

    private Sensitivity sensitivity(String name, List<Axis> column, String operand) {
        return new Sensitivity(program, declarations, name, kept.axis(), source(kept), new Axis("kr", kept.axis().size()), column, operand);
    }

    @Override
    public void advance() {
        for (Units to : units) {
            List<String> terms = new ArrayList<>();
            for (Units from : units) {
                terms.add("%s[%s,%s]*dense.h%s[%s]".formatted(weights(to, from), to.axis(), source(from), from.suffix(), source(from)));
            }
            program.infer(Phase.FORWARD, "dense.pre%1$s[%2$s] := %3$s + dense.u%1$s[%2$s,i]*observation.x[i] + dense.b%1$s[%2$s]".formatted(
                    to.suffix(), to.axis(), String.join(" + ", terms)));
        }
        for (Units each : units) {
            program.learn(Phase.FORWARD, "dense.before%s[%s] := dense.h%s[%s]".formatted(each.suffix(), source(each), each.suffix(), source(each)));
            program.infer(Phase.FORWARD, "%s := tanh%s(dense.pre%s[%s])".formatted(each.hidden(), each.suffix(), each.suffix(), each.axis()));
        }
    }

    private static String slope(Units of) {
        return "dense.slope%s[%s]".formatted(of.suffix(), of.axis());
    }

    @Override
    public void carrySensitivities() {
        units.forEach(each -> program.learn(
                Phase.FORWARD, "%s := unity - %s*%s".formatted(slope(each), each.hidden(), each.hidden())));
        if (rule instanceof DenseRule.Snap1) {
            program.learn(
                    Phase.FORWARD,
                    "dense.diagonal[k] := dense.w.kept.kept[k,km]*dense.identity[k,km]",
                    "dense.path[k] := dense.slope.kept[k]*dense.diagonal[k]",
                    "dense.trace.w.kept.kept[k,km] := dense.path[k]*dense.trace.w.kept.kept[k,km] + dense.slope.kept[k]*dense.before.kept[km]",
                    "dense.trace.u.kept[k,i] := dense.path[k]*dense.trace.u.kept[k,i] + dense.slope.kept[k]*observation.x[i]",
                    "dense.trace.b.kept[k] := dense.path[k]*dense.trace.b.kept[k] + dense.slope.kept[k]");
            return;
        }
        program.learn(Phase.FORWARD, "dense.own[k,kr] := dense.slope.kept[k]*dense.identity[k,kr]");
        for (Sensitivity s : sensitivities()) {
            s.carry("carried", "dense.w.kept.kept", "trace");
            program.learn(
                    Phase.FORWARD,
                    "%s := dense.slope.kept[k]*%s + dense.own[k,kr]%s".formatted(s.of("trace"), s.of("carried"), s.operand()));
        }
    }

    @Override
    public void update() {
        if (rule instanceof DenseRule.Snap1) {
            program.learn(
                    Phase.UPDATE,
                    "dense.w.kept.kept[k,km] := dense.w.kept.kept[k,km] - error.scaled.kept[k]*dense.trace.w.kept.kept[k,km]",
                    "dense.u.kept[k,i] := dense.u.kept[k,i] - error.scaled.kept[k]*dense.trace.u.kept[k,i]",
                    "dense.b.kept[k] := dense.b.kept[k] - error.scaled.kept[k]*dense.trace.b.kept[k]");
        } else {
            sensitivities().forEach(s -> s.update("trace", kept.scaledError()));
        }
        units.stream().filter(each -> !each.equals(kept)).forEach(this::updateImmediately);
    }

    private void updateImmediately(Units each) {
        String drive = each.scaledError();
        program.learn(Phase.UPDATE, "%s := %s*%s".formatted(drive, drive, slope(each)));
        for (Units from : units) {
            String weights = "%s[%s,%s]".formatted(weights(each, from), each.axis(), source(from));
            program.learn(Phase.UPDATE, "%s := %s - %s*dense.before%s[%s]".formatted(weights, weights, drive, from.suffix(), source(from)));
        }
        String inputs = "dense.u%s[%s,i]".formatted(each.suffix(), each.axis());
        String bias = "dense.b%s[%s]".formatted(each.suffix(), each.axis());
        program.learn(
                Phase.UPDATE,
                "%s := %s - %s*observation.x[i]".formatted(inputs, inputs, drive),
                "%s := %s - %s".formatted(bias, bias, drive));
    }
}
