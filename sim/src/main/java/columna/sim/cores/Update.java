package columna.sim.cores;

import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Appends the micro-operations by which one parameter takes its gradient's step and clears the gradient. */
final class Update {

    private final Design design;
    private final CoreProgram.Builder program;

    Update(Design design, CoreProgram.Builder program) {
        this.design = design;
        this.program = program;
    }

    /**
     * Declares the gradient and the optimiser's state of a parameter. The gradient has the parameter's shape; a complex
     * one holds (dL/dRe, dL/dIm).
     */
    void declare(String group, String parameter, boolean complex, Axis... axes) {
        List<String> state =
                switch (design.optimiser()) {
                    case Optimiser.GradientDescent() -> List.of();
                    case Optimiser.Momentum(int shift) -> List.of("momentum");
                    case Optimiser.Adam(int first, int second) -> List.of("moment1", "moment2");
                };
        declare(group + ".gradient." + parameter, Purpose.GRADIENT, complex, axes);
        state.forEach(s -> declare(group + "." + s + "." + parameter, Purpose.OPTIMISER, complex, axes));
    }

    private void declare(String name, Purpose purpose, boolean complex, Axis... axes) {
        program.declare(complex ? design.complex(name, purpose, axes) : design.real(name, purpose, axes));
    }

    /**
     * Appends the update of a parameter.
     *
     * @param rate the scalar signal that holds the learning rate
     */
    void append(String group, String parameter, boolean complex, String rate, Axis... axes) {
        String index = axes.length == 0
                ? ""
                : Arrays.stream(axes).map(Axis::name).collect(Collectors.joining(",", "[", "]"));
        String p = group + "." + parameter + index;
        String g = group + ".gradient." + parameter + index;
        String momentum = group + ".momentum." + parameter + index;
        String m = group + ".moment1." + parameter + index;
        String v = group + ".moment2." + parameter + index;
        switch (design.optimiser()) {
            case Optimiser.GradientDescent() -> learn("%s := %s - %s*%s".formatted(p, p, rate, g));
            case Optimiser.Momentum(int shift) -> learn(
                    "%s := %s - 2^-%d*%s + %s".formatted(momentum, momentum, shift, momentum, g),
                    "%s := %s - %s*%s".formatted(p, p, rate, momentum));
            case Optimiser.Adam(int first, int second) -> {
                learn("%s := %s - 2^-%d*%s + 2^-%d*%s".formatted(m, m, first, m, first, g));
                String table = group + ".rsqrt." + parameter;
                design.table(
                        program,
                        table,
                        Tables.Nonlinearity.RECIPROCAL_SQUARE_ROOT,
                        group + ".moment2." + parameter,
                        group + ".gradient." + parameter);
                for (String part : complex ? List.of("re(%s)", "im(%s)") : List.of("%s")) {
                    adam(part.formatted(p), part.formatted(g), part.formatted(m), part.formatted(v), table, rate, second);
                }
            }
        }
        learn(g + " := 0");
    }

    /** The gradient's own memory holds 1/sqrt(v) and then the step, since the gradient itself is spent by then. */
    private void adam(String p, String g, String m, String v, String table, String rate, int shift) {
        learn(
                "%s := %s - 2^-%d*%s + 2^-%d*%s*%s".formatted(v, v, shift, v, shift, g, g),
                "%s := %s(%s)".formatted(g, table, v),
                "%s := %s*%s".formatted(g, m, g),
                "%s := %s - %s*%s".formatted(p, p, rate, g));
    }

    private void learn(String... equations) {
        program.learn(Phase.UPDATE, equations);
    }
}
