package columna.sim.cores.dense;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
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
 * LSTM units of which only some, the kept ones, carry sensitivities to each other's parameters; the equations are those of {@link LstmCell}. Weights
 * are in blocks between kept and other units, so that no index has to be looked up.
 *
 * <pre>
 * kept     C, H as under RTRL, summed over kept units only
 * other    C := f C + kappa_q chi      one trace per parameter of the gates i, f, g: the cell's own past is no path between units
 *          dh/dtheta = exposure C (i, f, g),  omega chi (o)
 * </pre>
 */
final class SparseLstmCell implements DenseCell {

    private static final List<String> GATES = List.of("i", "f", "g", "o");
    private static final List<String> INNER = List.of("i", "f", "g");

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final Axis i;
    private final Axis row;
    private final Units kept;
    private final List<Units> others;

    SparseLstmCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape, int keptUnits) {
        this.program = program;
        this.declarations = declarations;
        this.i = new Axis("i", shape.inputs());
        this.row = new Axis("kr", keptUnits);
        this.kept = new Units("kept", new Axis("k", keptUnits));
        this.others = keptUnits == shape.units() ? List.of() : List.of(new Units("other", new Axis("n", shape.units() - keptUnits)));
    }

    @Override
    public List<Units> units() {
        List<Units> all = new ArrayList<>(List.of(kept));
        all.addAll(others);
        return all;
    }

    /** The index of a vector as a source of another. */
    private static Axis source(Units of) {
        return new Axis(of.axis() + "m", of.axis().size());
    }

    /** A vector of these units. */
    private static String of(Units units, String name) {
        return "dense." + name + units.suffix() + "[" + units.axis() + "]";
    }

    private static String before(Units from) {
        return "dense.before%s[%s]".formatted(from.suffix(), source(from));
    }

    /** A block of parameters of a gate: its name after {@code dense.}, its columns, and what it is multiplied by, empty for a bias. */
    private record Block(String name, List<Axis> columns, String operand) {

        String of(String kind, Axis unit) {
            return "dense.%s%s[%s%s]".formatted(kind, name, unit, columns.isEmpty() ? "" : "," + columns.getFirst());
        }
    }

    private List<Block> blocks(String gate, Units to) {
        List<Block> blocks = new ArrayList<>();
        units().forEach(from -> blocks.add(
                new Block("w." + gate + to.suffix() + from.suffix(), List.of(source(from)), "*" + before(from))));
        blocks.add(new Block("u." + gate + to.suffix(), List.of(i), "*observation.x[i]"));
        blocks.add(new Block("b." + gate + to.suffix(), List.of(), ""));
        return blocks;
    }

    private List<Sensitivity> sensitivities(String gate) {
        return blocks(gate, kept).stream()
                .map(block -> new Sensitivity(program, declarations, block.name(), kept.axis(), source(kept), row, block.columns(), block.operand()))
                .toList();
    }

    @Override
    public void declare() {
        for (Units to : units()) {
            List<Axis> vector = List.of(to.axis());
            String suffix = to.suffix();
            declarations.real(program, HIDDEN_STATE, vector, "dense.c" + suffix, "dense.h" + suffix);
            declarations.real(program, ACTIVATION, vector, "dense.shown" + suffix);
            declarations.table(program, "tanh" + suffix, Nonlinearity.TANH, "dense.c" + suffix, "dense.shown" + suffix);
            declarations.real(program, TRACE, List.of(source(to)), "dense.before" + suffix);
            declarations.real(program, TRACE, vector, "dense.slope.shown" + suffix, "dense.exposure" + suffix);
            GATES.forEach(gate -> declareGate(gate, to));
        }
        declarations.real(program, TRACE, List.of(), "unity");
        declarations.real(program, TRACE, List.of(kept.axis(), row), "dense.identity");
        declarations.real(program, TRACE, List.of(kept.axis(), source(kept)), "dense.jacobian.c", "dense.jacobian.h");
        for (String gate : GATES) {
            declarations.real(program, TRACE, List.of(kept.axis(), row), "dense.own." + gate);
            sensitivities(gate).forEach(s -> List.of("trace.c", "trace.h", "carried.c", "carried.h").forEach(s::declare));
        }
        for (Units other : others) {
            declarations.real(program, ERROR, List.of(other.axis()), "error.inner" + other.suffix(), "error.shown" + other.suffix());
            INNER.forEach(gate -> blocks(gate, other).forEach(block -> declarations.real(program, TRACE, shape(other, block), "dense.trace.c." + block.name())));
        }
    }

    private void declareGate(String gate, Units to) {
        String pre = "dense.pre." + gate + to.suffix();
        String value = "dense.gate." + gate + to.suffix();
        declarations.real(program, ACTIVATION, List.of(to.axis()), pre, value);
        declarations.table(program, "squash." + gate + to.suffix(), gate.equals("g") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, pre, value);
        declarations.real(program, TRACE, List.of(to.axis()), "dense.slope." + gate + to.suffix(), "dense.kappa." + gate + to.suffix());
        blocks(gate, to).forEach(block -> declarations.real(program, PARAMETER, shape(to, block), "dense." + block.name()));
    }

    private static List<Axis> shape(Units to, Block block) {
        List<Axis> axes = new ArrayList<>(List.of(to.axis()));
        axes.addAll(block.columns());
        return axes;
    }

    @Override
    public void advance() {
        for (Units to : units()) {
            GATES.forEach(gate -> gate(gate, to));
        }
        for (Units each : units()) {
            program.learn(
                    Phase.FORWARD,
                    "%s := dense.h%s[%s]".formatted(before(each), each.suffix(), source(each)),
                    "%s := %s - %s*%s".formatted(of(each, "slope.i"), of(each, "gate.i"), of(each, "gate.i"), of(each, "gate.i")),
                    "%s := %s - %s*%s".formatted(of(each, "slope.f"), of(each, "gate.f"), of(each, "gate.f"), of(each, "gate.f")),
                    "%s := unity - %s*%s".formatted(of(each, "slope.g"), of(each, "gate.g"), of(each, "gate.g")),
                    "%s := %s*%s".formatted(of(each, "kappa.i"), of(each, "gate.g"), of(each, "slope.i")),
                    "%s := %s*%s".formatted(of(each, "kappa.f"), of(each, "c"), of(each, "slope.f")),
                    "%s := %s*%s".formatted(of(each, "kappa.g"), of(each, "gate.i"), of(each, "slope.g")));
            program.infer(
                    Phase.FORWARD,
                    "%s := %s*%s + %s*%s".formatted(of(each, "c"), of(each, "gate.f"), of(each, "c"), of(each, "gate.i"), of(each, "gate.g")),
                    "%s := tanh%s(%s)".formatted(of(each, "shown"), each.suffix(), of(each, "c")),
                    "%s := %s*%s".formatted(of(each, "h"), of(each, "gate.o"), of(each, "shown")));
        }
    }

    private void gate(String gate, Units to) {
        List<String> terms = new ArrayList<>();
        for (Units from : units()) {
            terms.add("dense.w.%s%s%s[%s,%s]*dense.h%s[%s]".formatted(
                    gate, to.suffix(), from.suffix(), to.axis(), source(from), from.suffix(), source(from)));
        }
        program.infer(
                Phase.FORWARD,
                "%s := %s + dense.u.%s%s[%s,i]*observation.x[i] + %s".formatted(
                        of(to, "pre." + gate), String.join(" + ", terms), gate, to.suffix(), to.axis(), of(to, "b." + gate)),
                "%s := squash.%s%s(%s)".formatted(of(to, "gate." + gate), gate, to.suffix(), of(to, "pre." + gate)));
    }

    @Override
    public void carrySensitivities() {
        for (Units each : units()) {
            program.learn(
                    Phase.FORWARD,
                    "%s := %s - %s*%s".formatted(of(each, "slope.o"), of(each, "gate.o"), of(each, "gate.o"), of(each, "gate.o")),
                    "%s := %s*%s".formatted(of(each, "kappa.o"), of(each, "shown"), of(each, "slope.o")),
                    "%s := unity - %s*%s".formatted(of(each, "slope.shown"), of(each, "shown"), of(each, "shown")),
                    "%s := %s*%s".formatted(of(each, "exposure"), of(each, "gate.o"), of(each, "slope.shown")));
        }
        carryKept();
        for (Units other : others) {
            for (String gate : INNER) {
                for (Block block : blocks(gate, other)) {
                    String trace = block.of("trace.c.", other.axis());
                    program.learn(Phase.FORWARD, "%s := %s*%s + %s%s".formatted(
                            trace, of(other, "gate.f"), trace, of(other, "kappa." + gate), block.operand()));
                }
            }
        }
    }

    private void carryKept() {
        program.learn(
                Phase.FORWARD,
                "dense.jacobian.c[k,km] := dense.kappa.i.kept[k]*dense.w.i.kept.kept[k,km] + dense.kappa.f.kept[k]*dense.w.f.kept.kept[k,km]"
                        + " + dense.kappa.g.kept[k]*dense.w.g.kept.kept[k,km]",
                "dense.jacobian.h[k,km] := dense.kappa.o.kept[k]*dense.w.o.kept.kept[k,km]");
        for (String gate : GATES) {
            program.learn(Phase.FORWARD, "dense.own.%1$s[k,kr] := dense.kappa.%1$s.kept[k]*dense.identity[k,kr]".formatted(gate));
            for (Sensitivity s : sensitivities(gate)) {
                String own = " + dense.own.%s[k,kr]%s".formatted(gate, s.operand());
                s.carry("carried.c", "dense.jacobian.c", "trace.h");
                s.carry("carried.h", "dense.jacobian.h", "trace.h");
                program.learn(
                        Phase.FORWARD,
                        "%s := dense.gate.f.kept[k]*%s + %s%s".formatted(
                                s.of("trace.c"), s.of("trace.c"), s.of("carried.c"), INNER.contains(gate) ? own : ""),
                        "%s := dense.exposure.kept[k]*%s + %s%s".formatted(
                                s.of("trace.h"), s.of("trace.c"), s.of("carried.h"), INNER.contains(gate) ? "" : own));
            }
        }
    }

    @Override
    public void update() {
        GATES.forEach(gate -> sensitivities(gate).forEach(s -> s.update("trace.h", kept.scaledError())));
        for (Units other : others) {
            String inner = "error.inner%s[%s]".formatted(other.suffix(), other.axis());
            String shown = "error.shown%s[%s]".formatted(other.suffix(), other.axis());
            program.learn(
                    Phase.UPDATE,
                    "%s := %s*%s".formatted(inner, other.scaledError(), of(other, "exposure")),
                    "%s := %s*%s".formatted(shown, other.scaledError(), of(other, "kappa.o")));
            for (String gate : GATES) {
                for (Block block : blocks(gate, other)) {
                    String parameter = block.of("", other.axis());
                    program.learn(Phase.UPDATE, "%s := %s - %s%s".formatted(
                            parameter, parameter, INNER.contains(gate) ? inner : shown,
                            INNER.contains(gate) ? "*" + block.of("trace.c.", other.axis()) : block.operand()));
                }
            }
        }
    }
}
