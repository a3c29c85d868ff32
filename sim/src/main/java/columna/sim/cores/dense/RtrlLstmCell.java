package columna.sim.cores.dense;

import static columna.sim.cores.dense.Partition.before;
import static columna.sim.cores.dense.Partition.of;
import static columna.sim.cores.dense.Partition.shape;
import static columna.sim.cores.dense.Partition.source;
import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.PARAMETER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.cores.dense.Partition.Block;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.List;

/**
 * LSTM units under RTRL, full or sparse: the kept ones, all of them or some, carry sensitivities to each other's parameters. Kappa, omega and
 * exposure are those of {@link LstmCell}.
 *
 * <pre>
 * kept     C := f C + sum over kept j of Jc_j H_j + kappa_q chi     Jc = kappa_i R_i + kappa_f R_f + kappa_g R_g
 *          H := exposure C + sum over kept j of Jh_j H_j + omega chi (gate o)     Jh = omega R_o
 * other    C := f C + kappa_q chi      one trace per parameter of the gates i, f, g: the cell's own past is no path between units
 *          dh/dtheta = exposure C (i, f, g),  omega chi (o)
 * </pre>
 */
final class RtrlLstmCell implements DenseCell {

    private static final List<String> GATES = List.of("i", "f", "g", "o");
    private static final List<String> INNER = List.of("i", "f", "g");

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final Partition partition;
    private final Units kept;
    private final Axis row;

    RtrlLstmCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape) {
        this.program = program;
        this.declarations = declarations;
        this.partition = Partition.of(shape);
        this.kept = partition.kept();
        this.row = new Axis("kr", shape.kept());
    }

    @Override
    public List<Units> units() {
        return partition.units();
    }

    private List<Sensitivity> sensitivities(String gate) {
        return partition.blocks(gate, kept).stream()
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
        for (Units other : partition.others()) {
            declarations.real(program, ERROR, List.of(other.axis()), "error.inner" + other.suffix(), "error.shown" + other.suffix());
            INNER.forEach(gate -> partition.blocks(gate, other).forEach(block -> declarations.real(program, TRACE, shape(other, block), "dense.trace.c." + block.name())));
        }
    }

    private void declareGate(String gate, Units to) {
        String pre = "dense.pre." + gate + to.suffix();
        String value = "dense.gate." + gate + to.suffix();
        declarations.real(program, ACTIVATION, List.of(to.axis()), pre, value);
        declarations.table(program, "squash." + gate + to.suffix(), gate.equals("g") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, pre, value);
        declarations.real(program, TRACE, List.of(to.axis()), "dense.slope." + gate + to.suffix(), "dense.kappa." + gate + to.suffix());
        partition.blocks(gate, to).forEach(block -> declarations.real(program, PARAMETER, shape(to, block), "dense." + block.name()));
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
        program.infer(
                Phase.FORWARD,
                "%s := %s + %s".formatted(of(to, "pre." + gate), partition.recurrentSum(gate, to), partition.driven(gate, to)),
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
        for (Units other : partition.others()) {
            for (String gate : INNER) {
                for (Block block : partition.blocks(gate, other)) {
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
        for (Units other : partition.others()) {
            String inner = "error.inner%s[%s]".formatted(other.suffix(), other.axis());
            String shown = "error.shown%s[%s]".formatted(other.suffix(), other.axis());
            program.learn(
                    Phase.UPDATE,
                    "%s := %s*%s".formatted(inner, other.scaledError(), of(other, "exposure")),
                    "%s := %s*%s".formatted(shown, other.scaledError(), of(other, "kappa.o")));
            for (String gate : GATES) {
                for (Block block : partition.blocks(gate, other)) {
                    String parameter = block.of("", other.axis());
                    program.learn(Phase.UPDATE, "%s := %s - %s%s".formatted(
                            parameter, parameter, INNER.contains(gate) ? inner : shown,
                            INNER.contains(gate) ? "*" + block.of("trace.c.", other.axis()) : block.operand()));
                }
            }
        }
    }
}
