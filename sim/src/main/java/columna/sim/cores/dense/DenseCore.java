package columna.sim.cores.dense;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;

import columna.sim.cores.Declarations;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * A core that holds a whole dense recurrent network with its linear read-out, and learns at every time step from the squared error of that time
 * step (SEEDS D.3):
 *
 * <pre>
 * y := V h + c;   e := y - target;   dL/dh := V^T e;   theta := theta - rate (dL/dh) dh/dtheta;   V := V - rate e h^T
 * </pre>
 *
 * What {@code dh/dtheta} is, the {@link DenseRule} says. Nothing of it is added up, so there is no memory for gradients.
 */
public final class DenseCore {

    /** The kinds of units. */
    public enum Cell {
        /** {@code h := tanh(W h + U x + b)}. */
        TANH,
        /** Long short-term memory (Hochreiter and Schmidhuber 1997) with a forget gate. */
        LSTM,
        /** Gated recurrent unit (Cho et al. 2014), as in SEEDS A.2.2 without the second bias of n. */
        GRU
    }

    /**
     * A network.
     *
     * @param cell the kind of its units
     * @param units n
     * @param inputs m, words of an observation
     * @param outputs d, words of a prediction
     * @param rule how its recurrent parameters learn
     */
    public record Shape(Cell cell, int units, int inputs, int outputs, DenseRule rule) {
        public Shape {
            if (rule instanceof DenseRule.SparseRtrl(int kept) && (kept < 1 || kept > units)) {
                throw new IllegalArgumentException("sensitivities of " + kept + " units of " + units + "; 1 to " + units + " are possible");
            }
        }

        /** Units whose sensitivities are carried on: all but under sparse RTRL. */
        int kept() {
            return rule instanceof DenseRule.SparseRtrl(int some) ? some : units;
        }
    }

    private DenseCore() {}

    /** The program. */
    public static CoreProgram program(Declarations declarations, Shape shape) {
        CoreProgram.Builder program = CoreProgram.named("dense");
        DenseCell cell = switch (shape.cell()) {
            case TANH -> new TanhCell(program, declarations, shape);
            case LSTM -> shape.rule() instanceof DenseRule.Snap1
                    ? new LstmCell(program, declarations, shape)
                    : new RtrlLstmCell(program, declarations, shape);
            case GRU -> shape.rule() instanceof DenseRule.Snap1
                    ? new GruCell(program, declarations, shape)
                    : new RtrlGruCell(program, declarations, shape);
        };
        Axis i = new Axis("i", shape.inputs());
        Axis o = new Axis("o", shape.outputs());
        declarations.real(program, ACTIVATION, List.of(i), "observation.x");
        declarations.real(program, ACTIVATION, List.of(o), "readout.y");
        declarations.real(program, PARAMETER, List.of(o), "readout.b");
        declarations.real(program, ERROR, List.of(o), "readout.target", "error.y", "error.scaled.y");
        declarations.real(program, OPTIMISER, List.of(), "rate.dense", "rate.readout");
        for (DenseCell.Units units : cell.units()) {
            declarations.real(program, PARAMETER, List.of(o, units.axis()), "readout.w" + units.suffix());
            declarations.real(program, ERROR, List.of(units.axis()), "error.h" + units.suffix(), "error.scaled" + units.suffix());
        }
        cell.declare();
        program.infer(Phase.FORWARD, "receive observation.x[i] <- observation");
        cell.advance();
        program.infer(Phase.FORWARD, prediction(cell.units()), "send readout.y[o] -> output");
        cell.carrySensitivities();
        error(program, cell.units());
        cell.update();
        readout(program, cell.units());
        return program.build();
    }

    private static String prediction(List<DenseCell.Units> all) {
        List<String> terms = new ArrayList<>();
        all.forEach(units -> terms.add("readout.w%s[o,%s]*%s".formatted(units.suffix(), units.axis(), units.hidden())));
        return "readout.y[o] := " + String.join(" + ", terms) + " + readout.b[o]";
    }

    private static void error(CoreProgram.Builder program, List<DenseCell.Units> all) {
        program.learn(Phase.ERROR, "receive readout.target[o] <- target", "error.y[o] := readout.y[o] - readout.target[o]");
        for (DenseCell.Units units : all) {
            String error = "error.h%s[%s]".formatted(units.suffix(), units.axis());
            program.learn(
                    Phase.ERROR,
                    "%s := readout.w%s[o,%s]*error.y[o]".formatted(error, units.suffix(), units.axis()),
                    "%s := rate.dense*%s".formatted(units.scaledError(), error));
        }
    }

    /** After the errors of the hidden units were formed with the old weights. */
    private static void readout(CoreProgram.Builder program, List<DenseCell.Units> all) {
        program.learn(Phase.UPDATE, "error.scaled.y[o] := rate.readout*error.y[o]");
        for (DenseCell.Units units : all) {
            String weights = "readout.w%s[o,%s]".formatted(units.suffix(), units.axis());
            program.learn(Phase.UPDATE, "%s := %s - error.scaled.y[o]*%s".formatted(weights, weights, units.hidden()));
        }
        program.learn(Phase.UPDATE, "readout.b[o] := readout.b[o] - error.scaled.y[o]");
    }
}
