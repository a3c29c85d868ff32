package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.GRADIENT;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;

/**
 * A core of linear recurrent units (Zucchet et al. 2023, equations 8 to 14). With units n and model width h:
 *
 * <pre>
 * h   := lambda*h + gamma*(B z)                 hidden state, complex
 * y   := Re(C h)                                partial sum, added to the other cores' on the bus
 * e^lambda := lambda*e^lambda + h(t-1)          trace of lambda
 * e^B := lambda*e^B + gamma z^T                 trace of B
 * </pre>
 *
 * Gradients are (dL/dRe, dL/dIm), the direction of steepest ascent. With parameters constant over a sequence e^gamma is
 * h/gamma, so the gradient of log gamma is Re(delta* h) and needs no trace; with updates inside a sequence it has one.
 *
 * <p>Real units are the same with lambda on the positive real axis, and real B, C, hidden states and traces: half the words and a quarter of the
 * products of complex ones, and no oscillation.
 */
final class RecurrentCore {

    private final Design design;
    private final CoreProgram.Builder program = CoreProgram.named("recurrent");
    private final Update update;
    private final Axis n;
    private final Axis h;
    private final int layer;
    private final boolean complex;

    private RecurrentCore(Design design, int layer, int units, int width, boolean complex) {
        this.complex = complex;
        this.design = design;
        this.update = new Update(design, program);
        this.layer = layer;
        this.n = new Axis("n", units);
        this.h = new Axis("h", width);
    }

    /** The program of complex or of real units. */
    static CoreProgram program(Design design, int layer, int units, int width, boolean complex) {
        RecurrentCore core = new RecurrentCore(design, layer, units, width, complex);
        core.declare();
        core.reset();
        core.forward();
        core.error();
        core.update();
        core.prepare();
        return core.program.build();
    }

    private Memory unitWords(String name, Purpose purpose, Axis... axes) {
        return complex ? design.complex(name, purpose, axes) : design.real(name, purpose, axes);
    }

    private String conj(String operand) {
        return complex ? "conj(" + operand + ")" : operand;
    }

    private String re(String term) {
        return complex ? "re(" + term + ")" : term;
    }

    private boolean online() {
        return design.rule() == LearningRule.ONLINE;
    }

    private boolean learnsLambda() {
        return design.rule() != LearningRule.SPATIAL;
    }

    /** e^gamma is the hidden state over gamma where parameters stand still; otherwise it needs a memory. */
    private boolean gammaTrace() {
        return online() && design.updatesWithinSequence();
    }

    private void declare() {
        program.declare(design.real("lru.z", ACTIVATION, h)).declare(design.real("lru.nu.log", PARAMETER, n));
        if (complex) {
            program.declare(design.real("lru.theta.log", PARAMETER, n));
        }
        program.declare(design.real("lru.gamma.log", PARAMETER, n))
                .declare(unitWords("lru.B", PARAMETER, n, h))
                .declare(unitWords("lru.C", PARAMETER, n, h))
                .declare(unitWords("lru.lambda", PARAMETER, n))
                .declare(design.real("lru.gamma", PARAMETER, n))
                .declare(unitWords("lru.u", ACTIVATION, n))
                .declare(unitWords("lru.h", HIDDEN_STATE, n))
                .declare(design.real("lru.y", ACTIVATION, h))
                .declare(design.real("lru.decay", OPTIMISER, n))
                .declare(design.real("lru.modulus", OPTIMISER, n));
        if (complex) {
            program.declare(design.real("lru.angle", OPTIMISER, n))
                    .declare(design.real("lru.cosine", OPTIMISER, n))
                    .declare(design.real("lru.sine", OPTIMISER, n));
        }
        program.declare(design.real("lru.error.y", ERROR, h))
                .declare(unitWords("lru.error.h", ERROR, n))
                .declare(unitWords("lru.error.u", ERROR, n))
                .declare(design.real("lru.error.z", ERROR, h))
                .declare(design.real("rate", OPTIMISER))
                .declare(design.real("rate.recurrent", OPTIMISER));
        if (online()) {
            program.declare(unitWords("lru.trace.lambda", TRACE, n))
                    .declare(unitWords("lru.trace.B", TRACE, n, h));
        }
        if (design.rule() == LearningRule.TRUNCATED) {
            program.declare(unitWords("lru.trace.lambda", TRACE, n));
        }
        if (gammaTrace()) {
            program.declare(unitWords("lru.trace.gamma", TRACE, n));
        }
        if (learnsLambda()) {
            program.declare(unitWords("lru.gradient.lambda", GRADIENT, n))
                    .declare(design.real("lru.error.lambda", ERROR, n));
            update.declare("lru", "nu.log", false, n);
            if (complex) {
                update.declare("lru", "theta.log", false, n);
            }
        }
        update.declare("lru", "gamma.log", false, n);
        update.declare("lru", "B", complex, n, h);
        update.declare("lru", "C", complex, n, h);
    }

    private void reset() {
        program.infer(Phase.RESET, "lru.h[n] := 0");
        if (learnsLambda()) {
            program.learn(Phase.RESET, "lru.trace.lambda[n] := 0");
        }
        if (gammaTrace()) {
            program.learn(Phase.RESET, "lru.trace.gamma[n] := 0");
        }
        if (online()) {
            program.learn(Phase.RESET, "lru.trace.B[n,h] := 0");
        }
    }

    private void forward() {
        program.infer(Phase.FORWARD, "receive lru.z[h] <- z." + layer, "lru.u[n] := lru.B[n,h]*lru.z[h]");
        switch (design.rule()) {
            case ONLINE -> program.learn(
                    Phase.FORWARD, "lru.trace.lambda[n] := lru.lambda[n]*lru.trace.lambda[n] + lru.h[n]");
            case TRUNCATED -> program.learn(Phase.FORWARD, "lru.trace.lambda[n] := lru.h[n]");
            case SPATIAL -> {}
        }
        if (gammaTrace()) {
            program.learn(Phase.FORWARD, "lru.trace.gamma[n] := lru.lambda[n]*lru.trace.gamma[n] + lru.u[n]");
        }
        program.infer(
                Phase.FORWARD,
                "lru.h[n] := lru.lambda[n]*lru.h[n] + lru.gamma[n]*lru.u[n]",
                "lru.y[h] := " + re("lru.C[n,h]*lru.h[n]"),
                "send lru.y[h] -> y." + layer);
        if (online()) {
            // After the send, so that the longest micro-operation runs while upper layers work.
            program.learn(
                    Phase.FORWARD, "lru.trace.B[n,h] := lru.lambda[n]*lru.trace.B[n,h] + lru.gamma[n]*lru.z[h]");
        }
    }

    private void error() {
        program.learn(
                Phase.ERROR,
                "receive lru.error.y[h] <- error.y." + layer,
                "lru.error.h[n] := " + conj("lru.C[n,h]") + "*lru.error.y[h]",
                "lru.error.u[n] := lru.gamma[n]*lru.error.h[n]",
                "lru.error.z[h] := " + re(conj("lru.B[n,h]") + "*lru.error.u[n]"),
                "send lru.error.z[h] -> error.z." + layer,
                "lru.gradient.C[n,h] := lru.gradient.C[n,h] + lru.error.y[h]*" + conj("lru.h[n]"));
        if (learnsLambda()) {
            program.learn(
                    Phase.ERROR,
                    "lru.gradient.lambda[n] := lru.gradient.lambda[n] + lru.error.h[n]*" + conj("lru.trace.lambda[n]"));
        }
        String sensitivity = online() ? gammaTrace() ? "lru.trace.gamma[n]" : "lru.h[n]" : "lru.u[n]";
        // delta* h needs no further factor gamma; the other two sensitivities are multiplied by gamma through error.u.
        String error = online() && !gammaTrace() ? "lru.error.h[n]" : "lru.error.u[n]";
        program.learn(
                Phase.ERROR,
                "lru.gradient.gamma.log[n] := lru.gradient.gamma.log[n] + " + re(error + "*" + conj(sensitivity)),
                "lru.gradient.B[n,h] := lru.gradient.B[n,h] + "
                        + (online() ? "lru.error.h[n]*" + conj("lru.trace.B[n,h]") : "lru.error.u[n]*lru.z[h]"));
    }

    private void update() {
        program.learn(Phase.UPDATE, "receive rate <- rate", "receive rate.recurrent <- rate.recurrent");
        if (learnsLambda()) {
            program.learn(
                    Phase.UPDATE,
                    "lru.error.lambda[n] := " + re(conj("lru.gradient.lambda[n]") + "*lru.lambda[n]"),
                    "lru.gradient.nu.log[n] := - lru.decay[n]*lru.error.lambda[n]");
            if (complex) {
                program.learn(
                        Phase.UPDATE,
                        "lru.error.lambda[n] := im(lru.gradient.lambda[n])*re(lru.lambda[n])"
                                + " - re(lru.gradient.lambda[n])*im(lru.lambda[n])",
                        "lru.gradient.theta.log[n] := lru.angle[n]*lru.error.lambda[n]");
            }
            program.learn(Phase.UPDATE, "lru.gradient.lambda[n] := 0");
            update.append("lru", "nu.log", false, "rate.recurrent", n);
            if (complex) {
                update.append("lru", "theta.log", false, "rate.recurrent", n);
            }
        }
        update.append("lru", "gamma.log", false, "rate.recurrent", n);
        update.append("lru", "B", complex, "rate.recurrent", n, h);
        update.append("lru", "C", complex, "rate", n, h);
    }

    /** lambda = exp(-exp(nu) + i exp(theta)), without theta where it is real; gamma = exp(gamma.log). */
    private void prepare() {
        design.table(program, "exp.nu", Nonlinearity.EXPONENTIAL, "lru.nu.log", "lru.decay");
        if (complex) {
            design.table(program, "exp.theta", Nonlinearity.EXPONENTIAL, "lru.theta.log", "lru.angle");
        }
        design.table(program, "exp.gamma", Nonlinearity.EXPONENTIAL, "lru.gamma.log", "lru.gamma");
        design.table(program, "decay", Nonlinearity.DECAY, "lru.decay", "lru.modulus");
        if (complex) {
            design.table(program, "cosine", Nonlinearity.COSINE, "lru.angle", "lru.cosine");
            design.table(program, "sine", Nonlinearity.SINE, "lru.angle", "lru.sine");
        }
        program.learn(Phase.PREPARE, "lru.decay[n] := exp.nu(lru.nu.log[n])", "lru.modulus[n] := decay(lru.decay[n])");
        if (complex) {
            program.learn(
                    Phase.PREPARE,
                    "lru.angle[n] := exp.theta(lru.theta.log[n])",
                    "lru.cosine[n] := cosine(lru.angle[n])",
                    "lru.sine[n] := sine(lru.angle[n])",
                    "re(lru.lambda[n]) := lru.modulus[n]*lru.cosine[n]",
                    "im(lru.lambda[n]) := lru.modulus[n]*lru.sine[n]");
        } else {
            program.learn(Phase.PREPARE, "lru.lambda[n] := lru.modulus[n]");
        }
        program.learn(Phase.PREPARE, "lru.gamma[n] := exp.gamma(lru.gamma.log[n])");
    }
}
