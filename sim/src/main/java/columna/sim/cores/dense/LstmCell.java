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
 * LSTM units whose gates see all hidden states, {@code a_q := R_q h + W_q x + b_q}, with SnAp-1.
 * Sensitivities of the cell (C) and of the hidden state (H) to a parameter that multiplies chi:
 *
 * <pre>
 * C := f C + sum over j of Jc_j H_j + kappa_q chi     Jc = kappa_i R_i + kappa_f R_f + kappa_g R_g
 * H := exposure C + sum over j of Jh_j H_j + omega chi (gate o)     Jh = omega R_o
 * </pre>
 *
 * Under SnAp-1 only j = the unit itself counts, so Jc and Jh are their diagonals: what an LSTM column has exactly.
 */
final class LstmCell implements DenseCell {

    private static final List<String> GATES = List.of("i", "f", "g", "o");
    private static final List<String> INNER = List.of("i", "f", "g");

    private final CoreProgram.Builder program;
    private final Declarations declarations;
    private final Axis i;
    private final Axis n;
    private final Axis m;

    LstmCell(CoreProgram.Builder program, Declarations declarations, DenseCore.Shape shape) {
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
        declarations.real(program, HIDDEN_STATE, vector, "dense.c", "dense.h");
        declarations.real(program, ACTIVATION, vector, "dense.shown");
        declarations.table(program, "tanh", Nonlinearity.TANH, "dense.c", "dense.shown");
        declarations.real(program, TRACE, List.of(m), "dense.before");
        declarations.real(program, TRACE, List.of(), "unity");
        declarations.real(program, TRACE, List.of(n, m), "dense.identity");
        declarations.real(program, TRACE, vector, "dense.slope.shown", "dense.exposure");
        for (String gate : GATES) {
            declarations.real(program, ACTIVATION, vector, "dense.pre." + gate, "dense.gate." + gate);
            declarations.table(
                    program, "squash." + gate, gate.equals("g") ? Nonlinearity.TANH : Nonlinearity.SIGMOID, "dense.pre." + gate, "dense.gate." + gate);
            declarations.real(program, PARAMETER, List.of(n, m), "dense.w." + gate);
            declarations.real(program, PARAMETER, List.of(n, i), "dense.u." + gate);
            declarations.real(program, PARAMETER, vector, "dense.b." + gate);
            // kappa of the gates that write the cell, omega of the one that shows it: the derivative at the gate's input.
            declarations.real(program, TRACE, vector, "dense.slope." + gate, "dense.kappa." + gate);
        }
        declarations.real(program, TRACE, vector, "dense.diagonal.i", "dense.diagonal.f", "dense.diagonal.g", "dense.diagonal.o");
        declarations.real(program, TRACE, vector, "dense.path.c", "dense.path.h");
        for (String gate : GATES) {
            declarations.real(program, TRACE, List.of(n, m), "dense.trace.c.w." + gate, "dense.trace.h.w." + gate);
            declarations.real(program, TRACE, List.of(n, i), "dense.trace.c.u." + gate, "dense.trace.h.u." + gate);
            declarations.real(program, TRACE, vector, "dense.trace.c.b." + gate, "dense.trace.h.b." + gate);
        }
    }

    @Override
    public void advance() {
        for (String gate : GATES) {
            program.infer(
                    Phase.FORWARD,
                    "dense.pre.%1$s[n] := dense.w.%1$s[n,m]*dense.h[m] + dense.u.%1$s[n,i]*observation.x[i] + dense.b.%1$s[n]".formatted(gate),
                    "dense.gate.%1$s[n] := squash.%1$s(dense.pre.%1$s[n])".formatted(gate));
        }
        program.learn(
                Phase.FORWARD,
                "dense.before[m] := dense.h[m]",
                "dense.slope.i[n] := dense.gate.i[n] - dense.gate.i[n]*dense.gate.i[n]",
                "dense.slope.f[n] := dense.gate.f[n] - dense.gate.f[n]*dense.gate.f[n]",
                "dense.slope.g[n] := unity - dense.gate.g[n]*dense.gate.g[n]",
                "dense.kappa.i[n] := dense.gate.g[n]*dense.slope.i[n]",
                "dense.kappa.f[n] := dense.c[n]*dense.slope.f[n]",
                "dense.kappa.g[n] := dense.gate.i[n]*dense.slope.g[n]");
        program.infer(
                Phase.FORWARD,
                "dense.c[n] := dense.gate.f[n]*dense.c[n] + dense.gate.i[n]*dense.gate.g[n]",
                "dense.shown[n] := tanh(dense.c[n])",
                "dense.h[n] := dense.gate.o[n]*dense.shown[n]");
    }

    @Override
    public void carrySensitivities() {
        program.learn(
                Phase.FORWARD,
                "dense.slope.o[n] := dense.gate.o[n] - dense.gate.o[n]*dense.gate.o[n]",
                "dense.kappa.o[n] := dense.shown[n]*dense.slope.o[n]",
                "dense.slope.shown[n] := unity - dense.shown[n]*dense.shown[n]",
                "dense.exposure[n] := dense.gate.o[n]*dense.slope.shown[n]");
        for (String gate : GATES) {
            program.learn(Phase.FORWARD, "dense.diagonal.%1$s[n] := dense.w.%1$s[n,m]*dense.identity[n,m]".formatted(gate));
        }
        program.learn(
                Phase.FORWARD,
                "dense.path.c[n] := dense.kappa.i[n]*dense.diagonal.i[n] + dense.kappa.f[n]*dense.diagonal.f[n] + dense.kappa.g[n]*dense.diagonal.g[n]",
                "dense.path.h[n] := dense.kappa.o[n]*dense.diagonal.o[n]");
        for (String gate : GATES) {
            follow(gate, "w." + gate + "[n,m]", "*dense.before[m]");
            follow(gate, "u." + gate + "[n,i]", "*observation.x[i]");
            follow(gate, "b." + gate + "[n]", "");
        }
    }

    private void follow(String gate, String parameter, String operand) {
        String drive = " + dense.kappa." + gate + "[n]" + operand;
        String cell = "dense.trace.c." + parameter;
        String hidden = "dense.trace.h." + parameter;
        program.learn(
                Phase.FORWARD,
                "%s := dense.gate.f[n]*%s + dense.path.c[n]*%s%s".formatted(cell, cell, hidden, INNER.contains(gate) ? drive : ""),
                "%s := dense.exposure[n]*%s + dense.path.h[n]*%s%s".formatted(hidden, cell, hidden, INNER.contains(gate) ? "" : drive));
    }

    @Override
    public void update() {
        for (String gate : GATES) {
            for (String parameter : List.of("w." + gate + "[n,m]", "u." + gate + "[n,i]", "b." + gate + "[n]")) {
                program.learn(Phase.UPDATE, "dense.%1$s := dense.%1$s - error.scaled[n]*dense.trace.h.%1$s".formatted(parameter));
            }
        }
    }
}
