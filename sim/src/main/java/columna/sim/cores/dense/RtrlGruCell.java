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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Gated recurrent units under RTRL, full or sparse: the kept ones, all of them or some, carry sensitivities to each other's parameters. The drives
 * are those of {@link GruCell}.
 *
 * <pre>
 * kept     P_i := sum over kept j of J_ij P_j + [row i] drive_q chi     J = (1 - z) I + drive_z W_z + drive_r W_r + drive_s W_n
 * other    immediate derivatives drive_q chi, not stored
 * </pre>
 */
final class RtrlGruCell implements DenseCell {

    private static final List<String> GATES = List.of("r", "z", "n");
    private static final List<String> DRIVES = List.of("r", "z", "n", "s");

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final Partition partition;
    private final Units kept;
    private final Axis row;

    RtrlGruCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape) {
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

    /** W_n acts through the reset gate, every other block as its gate does. */
    private static String drive(String gate, Block block) {
        return gate.equals("n") && block.recurrent() ? "s" : gate;
    }

    private SequencedMap<Sensitivity, String> sensitivities() {
        SequencedMap<Sensitivity, String> all = new LinkedHashMap<>();
        for (String gate : GATES) {
            for (Block block : partition.blocks(gate, kept)) {
                all.put(
                        new Sensitivity(program, declarations, block.name(), kept.axis(), source(kept), row, block.columns(), block.operand()),
                        drive(gate, block));
            }
        }
        return all;
    }

    @Override
    public void declare() {
        for (Units to : units()) {
            List<Axis> vector = List.of(to.axis());
            String suffix = to.suffix();
            declarations.real(program, HIDDEN_STATE, vector, "dense.h" + suffix);
            declarations.real(program, ACTIVATION, vector, "dense.state" + suffix, "dense.difference" + suffix);
            declarations.real(program, TRACE, List.of(source(to)), "dense.before" + suffix);
            declarations.real(program, TRACE, vector, "dense.reset" + suffix);
            DRIVES.forEach(drive -> declarations.real(program, TRACE, vector, "dense.drive." + drive + suffix));
            GATES.forEach(gate -> declareGate(gate, to));
        }
        declarations.real(program, TRACE, List.of(), "unity");
        declarations.real(program, TRACE, List.of(kept.axis()), "dense.keep");
        declarations.real(program, TRACE, List.of(kept.axis(), row), "dense.identity");
        declarations.real(program, TRACE, List.of(kept.axis(), source(kept)), "dense.jacobian");
        DRIVES.forEach(drive -> declarations.real(program, TRACE, List.of(kept.axis(), row), "dense.own." + drive));
        sensitivities().forEach((s, drive) -> List.of("trace", "carried").forEach(s::declare));
        for (Units other : partition.others()) {
            DRIVES.forEach(drive -> declarations.real(program, ERROR, List.of(other.axis()), "error.drive." + drive + other.suffix()));
        }
    }

    private void declareGate(String gate, Units to) {
        String pre = "dense.pre." + gate + to.suffix();
        String value = "dense.gate." + gate + to.suffix();
        declarations.real(program, ACTIVATION, List.of(to.axis()), pre, value);
        declarations.table(program, "squash." + gate + to.suffix(), gate.equals("n") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, pre, value);
        declarations.real(program, TRACE, List.of(to.axis()), "dense.slope." + gate + to.suffix());
        partition.blocks(gate, to).forEach(block -> declarations.real(program, PARAMETER, shape(to, block), "dense." + block.name()));
    }

    @Override
    public void advance() {
        for (Units to : units()) {
            for (String gate : List.of("r", "z")) {
                program.infer(
                        Phase.FORWARD,
                        "%s := %s + %s".formatted(of(to, "pre." + gate), partition.recurrentSum(gate, to), partition.driven(gate, to)),
                        "%s := squash.%s%s(%s)".formatted(of(to, "gate." + gate), gate, to.suffix(), of(to, "pre." + gate)));
            }
            program.infer(
                    Phase.FORWARD,
                    "%s := %s".formatted(of(to, "state"), partition.recurrentSum("n", to)),
                    "%s := %s*%s + %s".formatted(of(to, "pre.n"), of(to, "gate.r"), of(to, "state"), partition.driven("n", to)),
                    "%s := squash.n%s(%s)".formatted(of(to, "gate.n"), to.suffix(), of(to, "pre.n")),
                    "%s := %s - %s".formatted(of(to, "difference"), of(to, "gate.n"), of(to, "h")));
        }
        for (Units each : units()) {
            program.learn(Phase.FORWARD, "%s := dense.h%s[%s]".formatted(before(each), each.suffix(), source(each)));
            program.infer(
                    Phase.FORWARD,
                    "%s := %s + %s*%s".formatted(of(each, "h"), of(each, "h"), of(each, "gate.z"), of(each, "difference")));
        }
    }

    @Override
    public void carrySensitivities() {
        for (Units each : units()) {
            program.learn(
                    Phase.FORWARD,
                    "%s := %s - %s*%s".formatted(of(each, "slope.r"), of(each, "gate.r"), of(each, "gate.r"), of(each, "gate.r")),
                    "%s := %s - %s*%s".formatted(of(each, "slope.z"), of(each, "gate.z"), of(each, "gate.z"), of(each, "gate.z")),
                    "%s := unity - %s*%s".formatted(of(each, "slope.n"), of(each, "gate.n"), of(each, "gate.n")),
                    "%s := %s*%s".formatted(of(each, "drive.z"), of(each, "difference"), of(each, "slope.z")),
                    "%s := %s*%s".formatted(of(each, "drive.n"), of(each, "gate.z"), of(each, "slope.n")),
                    "%s := %s*%s".formatted(of(each, "reset"), of(each, "state"), of(each, "slope.r")),
                    "%s := %s*%s".formatted(of(each, "drive.r"), of(each, "drive.n"), of(each, "reset")),
                    "%s := %s*%s".formatted(of(each, "drive.s"), of(each, "drive.n"), of(each, "gate.r")));
        }
        program.learn(
                Phase.FORWARD,
                "dense.keep[k] := unity - dense.gate.z.kept[k]",
                "dense.jacobian[k,km] := dense.keep[k]*dense.identity[k,km] + dense.drive.z.kept[k]*dense.w.z.kept.kept[k,km]"
                        + " + dense.drive.r.kept[k]*dense.w.r.kept.kept[k,km] + dense.drive.s.kept[k]*dense.w.n.kept.kept[k,km]");
        DRIVES.forEach(drive -> program.learn(
                Phase.FORWARD, "dense.own.%1$s[k,kr] := dense.drive.%1$s.kept[k]*dense.identity[k,kr]".formatted(drive)));
        sensitivities().forEach((s, drive) -> {
            s.carry("carried", "dense.jacobian", "trace");
            program.learn(Phase.FORWARD, "%s := %s + dense.own.%s[k,kr]%s".formatted(s.of("trace"), s.of("carried"), drive, s.operand()));
        });
    }

    @Override
    public void update() {
        sensitivities().sequencedKeySet().forEach(s -> s.update("trace", kept.scaledError()));
        for (Units other : partition.others()) {
            for (String drive : DRIVES) {
                program.learn(Phase.UPDATE, "%s := %s*%s".formatted(error(drive, other), other.scaledError(), of(other, "drive." + drive)));
            }
            for (String gate : GATES) {
                for (Block block : partition.blocks(gate, other)) {
                    String parameter = block.of("", other.axis());
                    program.learn(Phase.UPDATE, "%s := %s - %s%s".formatted(parameter, parameter, error(drive(gate, block), other), block.operand()));
                }
            }
        }
    }

    private static String error(String drive, Units other) {
        return "error.drive.%s%s[%s]".formatted(drive, other.suffix(), other.axis());
    }
}
