package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;

/**
 * A core that holds a layer of a dense linear recurrent network (Zucchet et al. 2023, table 1; SEEDS A.2.2):
 *
 * <pre>
 * h := A h + B z;   y := C h
 * e^A := diag(A) e^A + 1 h(t-1)^T;   e^B := diag(A) e^B + 1 z^T          SnAp-1, where units with a matrix of eigenvalues would have exact traces
 * </pre>
 *
 * Truncated learning takes h(t-1) and z themselves for the traces; spatial learning leaves A alone.
 */
final class LinearCore {

    private LinearCore() {}

    static CoreProgram program(Design design, int layer, int units, int width) {
        Axis n = new Axis("n", units);
        Axis m = new Axis("m", units);
        Axis h = new Axis("h", width);
        boolean online = design.rule() == LearningRule.ONLINE;
        boolean learnsA = design.rule() != LearningRule.SPATIAL;
        CoreProgram.Builder program = CoreProgram.named("linear");
        Update update = new Update(design, program);
        program.declare(design.real("rnn.z", ACTIVATION, h))
                .declare(design.real("rnn.A", PARAMETER, n, m))
                .declare(design.real("rnn.B", PARAMETER, n, h))
                .declare(design.real("rnn.C", PARAMETER, h, n))
                .declare(design.real("rnn.h", HIDDEN_STATE, n))
                .declare(design.real("rnn.before", HIDDEN_STATE, m))
                .declare(design.real("rnn.y", ACTIVATION, h))
                .declare(design.real("rnn.error.y", ERROR, h))
                .declare(design.real("rnn.error.h", ERROR, n))
                .declare(design.real("rnn.error.z", ERROR, h))
                .declare(design.real("rate", OPTIMISER))
                .declare(design.real("rate.recurrent", OPTIMISER));
        if (online) {
            program.declare(design.real("rnn.diagonal", TRACE, n))
                    .declare(design.real("rnn.trace.A", TRACE, n, m))
                    .declare(design.real("rnn.trace.B", TRACE, n, h));
        }
        if (learnsA) {
            update.declare("rnn", "A", false, n, m);
        }
        update.declare("rnn", "B", false, n, h);
        update.declare("rnn", "C", false, h, n);
        program.infer(Phase.RESET, "rnn.h[n] := 0");
        if (online) {
            program.learn(Phase.RESET, "rnn.trace.A[n,m] := 0", "rnn.trace.B[n,h] := 0");
        }
        program.infer(
                Phase.FORWARD,
                "receive rnn.z[h] <- z." + layer,
                "rnn.before[m] := rnn.h[m]",
                "rnn.h[n] := rnn.A[n,m]*rnn.before[m] + rnn.B[n,h]*rnn.z[h]",
                "rnn.y[h] := rnn.C[h,n]*rnn.h[n]",
                "send rnn.y[h] -> y." + layer);
        if (online) {
            program.learn(
                    Phase.FORWARD,
                    "rnn.trace.A[n,m] := rnn.diagonal[n]*rnn.trace.A[n,m] + rnn.before[m]",
                    "rnn.trace.B[n,h] := rnn.diagonal[n]*rnn.trace.B[n,h] + rnn.z[h]");
        }
        program.learn(
                Phase.ERROR,
                "receive rnn.error.y[h] <- error.y." + layer,
                "rnn.error.h[n] := rnn.C[h,n]*rnn.error.y[h]",
                "rnn.error.z[h] := rnn.B[n,h]*rnn.error.h[n]",
                "send rnn.error.z[h] -> error.z." + layer,
                "rnn.gradient.C[h,n] := rnn.gradient.C[h,n] + rnn.error.y[h]*rnn.h[n]");
        if (learnsA) {
            program.learn(Phase.ERROR, "rnn.gradient.A[n,m] := rnn.gradient.A[n,m] + rnn.error.h[n]*"
                    + (online ? "rnn.trace.A[n,m]" : "rnn.before[m]"));
        }
        program.learn(Phase.ERROR, "rnn.gradient.B[n,h] := rnn.gradient.B[n,h] + rnn.error.h[n]*"
                + (online ? "rnn.trace.B[n,h]" : "rnn.z[h]"));
        program.learn(Phase.UPDATE, "receive rate <- rate", "receive rate.recurrent <- rate.recurrent");
        if (learnsA) {
            update.append("rnn", "A", false, "rate.recurrent", n, m);
        }
        update.append("rnn", "B", false, "rate.recurrent", n, h);
        update.append("rnn", "C", false, "rate", h, n);
        if (online) {
            program.learn(Phase.PREPARE, "rnn.diagonal[n] := rnn.A[n,n]");
        }
        return program.build();
    }
}
