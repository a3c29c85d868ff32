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
import java.util.List;

/**
 * Gated recurrent units (SEEDS A.2.2, without a second bias of n) with SnAp-1:
 *
 * <pre>
 * r := sigmoid(W_r h + U_r x + b_r);   z := sigmoid(W_z h + U_z x + b_z)
 * s := W_n h;   n := tanh(U_n x + b_n + r*s);   h := h + z*(n - h)
 * e := diag e + drive_q chi     diag = 1 - z + drive_z W_z,ii + drive_r W_r,ii + drive_s W_n,ii
 * drive_z = (n - h) z';   drive_n = z n';   drive_r = drive_n s r';   drive_s = drive_n r
 * </pre>
 */
final class GruCell implements DenseCell {

    private static final List<String> GATES = List.of("r", "z", "n");

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final Axis i;
    private final Axis n;
    private final Axis m;

    GruCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape) {
        this.program = program;
        this.declarations = declarations;
        this.i = new Axis("i", shape.inputs());
        this.n = new Axis("n", shape.units());
        this.m = new Axis("m", shape.units());
    }

    @Override
    public List<Units> units() {
        return List.of(new Units("", n));
    }

    @Override
    public void declare() {
        List<Axis> vector = List.of(n);
        declarations.real(program, HIDDEN_STATE, vector, "dense.h");
        declarations.real(program, ACTIVATION, vector, "dense.state", "dense.difference");
        declarations.real(program, TRACE, List.of(m), "dense.before");
        declarations.real(program, TRACE, List.of(), "unity");
        declarations.real(program, TRACE, List.of(n, m), "dense.identity");
        declarations.real(program, TRACE, vector, "dense.path", "dense.drive.n", "dense.drive.s", "dense.drive.z", "dense.drive.r", "dense.reset");
        for (String gate : GATES) {
            declarations.real(program, ACTIVATION, vector, "dense.pre." + gate, "dense.gate." + gate);
            declarations.table(
                    program, "squash." + gate, gate.equals("n") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, "dense.pre." + gate, "dense.gate." + gate);
            declarations.real(program, PARAMETER, List.of(n, m), "dense.w." + gate);
            declarations.real(program, PARAMETER, List.of(n, i), "dense.u." + gate);
            declarations.real(program, PARAMETER, vector, "dense.b." + gate);
            declarations.real(program, TRACE, vector, "dense.slope." + gate, "dense.diagonal." + gate);
            declarations.real(program, TRACE, List.of(n, m), "dense.trace.w." + gate);
            declarations.real(program, TRACE, List.of(n, i), "dense.trace.u." + gate);
            declarations.real(program, TRACE, vector, "dense.trace.b." + gate);
        }
    }

    @Override
    public void advance() {
        for (String gate : List.of("r", "z")) {
            program.infer(
                    Phase.FORWARD,
                    "dense.pre.%1$s[n] := dense.w.%1$s[n,m]*dense.h[m] + dense.u.%1$s[n,i]*observation.x[i] + dense.b.%1$s[n]".formatted(gate),
                    "dense.gate.%1$s[n] := squash.%1$s(dense.pre.%1$s[n])".formatted(gate));
        }
        program.infer(
                Phase.FORWARD,
                "dense.state[n] := dense.w.n[n,m]*dense.h[m]",
                "dense.pre.n[n] := dense.gate.r[n]*dense.state[n] + dense.u.n[n,i]*observation.x[i] + dense.b.n[n]",
                "dense.gate.n[n] := squash.n(dense.pre.n[n])",
                "dense.difference[n] := dense.gate.n[n] - dense.h[n]");
        program.learn(Phase.FORWARD, "dense.before[m] := dense.h[m]");
        program.infer(Phase.FORWARD, "dense.h[n] := dense.h[n] + dense.gate.z[n]*dense.difference[n]");
    }

    @Override
    public void carrySensitivities() {
        GATES.forEach(gate -> program.learn(
                Phase.FORWARD, "dense.diagonal.%1$s[n] := dense.w.%1$s[n,m]*dense.identity[n,m]".formatted(gate)));
        program.learn(
                Phase.FORWARD,
                "dense.slope.r[n] := dense.gate.r[n] - dense.gate.r[n]*dense.gate.r[n]",
                "dense.slope.z[n] := dense.gate.z[n] - dense.gate.z[n]*dense.gate.z[n]",
                "dense.slope.n[n] := unity - dense.gate.n[n]*dense.gate.n[n]",
                "dense.drive.z[n] := dense.difference[n]*dense.slope.z[n]",
                "dense.drive.n[n] := dense.gate.z[n]*dense.slope.n[n]",
                "dense.reset[n] := dense.state[n]*dense.slope.r[n]",
                "dense.drive.r[n] := dense.drive.n[n]*dense.reset[n]",
                "dense.drive.s[n] := dense.drive.n[n]*dense.gate.r[n]",
                "dense.path[n] := unity - dense.gate.z[n] + dense.drive.z[n]*dense.diagonal.z[n] + dense.drive.r[n]*dense.diagonal.r[n]"
                        + " + dense.drive.s[n]*dense.diagonal.n[n]");
        for (String gate : GATES) {
            follow("w." + gate + "[n,m]", (gate.equals("n") ? "dense.drive.s[n]" : "dense.drive." + gate + "[n]") + "*dense.before[m]");
            follow("u." + gate + "[n,i]", "dense.drive." + gate + "[n]*observation.x[i]");
            follow("b." + gate + "[n]", "dense.drive." + gate + "[n]");
        }
    }

    private void follow(String parameter, String drive) {
        program.learn(Phase.FORWARD, "dense.trace.%1$s := dense.path[n]*dense.trace.%1$s + %2$s".formatted(parameter, drive));
    }

    @Override
    public void update() {
        for (String gate : GATES) {
            for (String parameter : List.of("w." + gate + "[n,m]", "u." + gate + "[n,i]", "b." + gate + "[n]")) {
                program.learn(Phase.UPDATE, "dense.%1$s := dense.%1$s - error.scaled[n]*dense.trace.%1$s".formatted(parameter));
            }
        }
    }
}
