package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter that learns by TD(lambda): its eligibility z, its second moment, its step.
 *
 * <pre>
 * z := decay*z + gradient of the prediction        decay = gamma lambda
 * q := delta*z;  v := v + 2^-shift (q^2 - v);  theta := theta + (rate delta) z/sqrt(v)
 * </pre>
 *
 * The eligibility grows at the start of the time step after the one whose gradient it takes in: then the words that the gradient is made of
 * are still in their memories, and the update of the time step between has used the old eligibility, as the rule demands.
 */
record Eligible(CoreProgram.Builder program, Declarations declarations, WeightStep step, String group, String parameter, List<Axis> axes) {

    static final String DECAY = "eligibility.decay";
    static final String DELTA = "error.delta";
    static final String SCALED = "error.scaled";

    private String index() {
        return axes.isEmpty() ? "" : axes.stream().map(Axis::name).collect(Collectors.joining(",", "[", "]"));
    }

    private String named(String kind) {
        return group + "." + kind + "." + parameter;
    }

    /** Signal with indices. */
    String operand() {
        return group + "." + parameter + index();
    }

    String trace(String kind) {
        return named("trace." + kind) + index();
    }

    void declare() {
        declarations.real(program, PARAMETER, axes, group + "." + parameter);
    }

    void declareLearning() {
        declarations.real(program, TRACE, axes, named("eligibility"));
        if (step instanceof WeightStep.RmsProp) {
            declarations.real(program, OPTIMISER, axes, named("moment2"), named("step"));
            declarations.table(program, named("rsqrt"), Nonlinearity.RECIPROCAL_SQUARE_ROOT, named("moment2"), named("step"));
        }
    }

    /** Takes the gradient of the prediction of the time step before into the eligibility. */
    void remember(String gradient) {
        String z = named("eligibility") + index();
        program.learn(Phase.FORWARD, "%s := %s*%s + %s".formatted(z, DECAY, z, gradient));
    }

    /** Takes the step. {@link #SCALED} holds rate times delta; one memory holds q, then 1/sqrt(v), then the step. */
    void update() {
        String theta = operand();
        String z = named("eligibility") + index();
        String v = named("moment2") + index();
        String q = named("step") + index();
        switch (step) {
            case WeightStep.Gradient() -> program.learn(Phase.UPDATE, "%s := %s + %s*%s".formatted(theta, theta, SCALED, z));
            case WeightStep.RmsProp(int shift) -> program.learn(
                    Phase.UPDATE,
                    "%s := %s*%s".formatted(q, DELTA, z),
                    "%s := %s - 2^-%d*%s + 2^-%d*%s*%s".formatted(v, v, shift, v, shift, q, q),
                    "%s := %s(%s)".formatted(q, named("rsqrt"), v),
                    "%s := %s*%s".formatted(q, z, q),
                    "%s := %s + %s*%s".formatted(theta, theta, SCALED, q));
        }
    }
}
