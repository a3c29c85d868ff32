package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.HIDDEN_STATE;
import static columna.sim.program.Purpose.PARAMETER;

import columna.sim.cores.Declarations;
import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import java.util.List;

/**
 * Normalisation of a vector by its running mean and variance (SEEDS C.3), in fixed point:
 *
 * <pre>
 * mean   := mean + 2^-shift (v - mean)
 * excess := excess + 2^-shift ((v - mean)^2 - floor - excess)       unsigned and saturating, so it stops at 0
 * scaling := 1/sqrt(excess + floor)
 * </pre>
 *
 * The variance is kept above its floor without a comparison: what is stored is how far it exceeds the floor, in a format without a sign.
 *
 * @param group the first part of the signals' names
 * @param axis of the vector
 * @param shift 1 to 15: the averages decay by 1 - 2<sup>-shift</sup>
 */
record RunningStatistics(CoreProgram.Builder program, Declarations declarations, String group, Axis axis, int shift) {

    private String vector(String name) {
        return group + "." + name + "[" + axis + "]";
    }

    /** The scaling of the time step before or of this one, whichever was computed last. */
    String scaling() {
        return vector("scaling");
    }

    String normal() {
        return vector("normal");
    }

    /** Declares everything; the state has the given part in inference whether or not it moves. */
    void declare() {
        declarations.real(program, HIDDEN_STATE, List.of(axis), group + ".mean", group + ".scaling");
        declarations.real(program, ACTIVATION, List.of(axis), group + ".deviation", group + ".normal");
    }

    /** Declares what moving statistics need besides. */
    void declareMoving() {
        declarations.real(program, HIDDEN_STATE, List.of(axis), group + ".excess", group + ".variance");
        declarations.real(program, PARAMETER, List.of(), group + ".floor");
        declarations.table(program, group + ".rsqrt", Nonlinearity.RECIPROCAL_SQUARE_ROOT, group + ".variance", group + ".scaling");
    }

    /** Equations that take a value into account. */
    String[] observe(String value) {
        return new String[] {
            "%s := %s + 2^-%d*%s - 2^-%d*%s".formatted(vector("mean"), vector("mean"), shift, value, shift, vector("mean")),
            "%s := %s - %s".formatted(vector("deviation"), value, vector("mean")),
            "%s := %s - 2^-%d*%s + 2^-%d*%s*%s - 2^-%d*%s".formatted(
                    vector("excess"), vector("excess"), shift, vector("excess"), shift, vector("deviation"), vector("deviation"), shift,
                    group + ".floor"),
            "%s := %s + %s".formatted(vector("variance"), vector("excess"), group + ".floor"),
            "%s := %s.rsqrt(%s)".formatted(vector("scaling"), group, vector("variance"))
        };
    }

    /** Equations that normalise a value by the statistics so far. */
    String[] normalise(String value) {
        return new String[] {
            "%s := %s - %s".formatted(vector("deviation"), value, vector("mean")),
            "%s := %s*%s".formatted(vector("normal"), vector("scaling"), vector("deviation"))
        };
    }

    /** The last of {@link #normalise} alone, where {@link #observe} has just formed the deviation. */
    String scale() {
        return "%s := %s*%s".formatted(vector("normal"), vector("scaling"), vector("deviation"));
    }
}
