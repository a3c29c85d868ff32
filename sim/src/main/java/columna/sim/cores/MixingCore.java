package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;

import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import columna.sim.program.Purpose;

/**
 * What surrounds the recurrent cores of a layer (Zucchet et al. 2023, appendix; SEEDS A.1): layer norm below them, and
 * above them skip D, GELU, full GLU and the residual. Errors pass through at the same time step only.
 */
final class MixingCore {

    private final Design design;
    private final CoreProgram.Builder program = CoreProgram.named("mixing");
    private final Update update;
    private final Axis h;
    private final Axis o;
    private final int layer;

    private MixingCore(Design design, int layer, int width) {
        this.design = design;
        this.update = new Update(design, program);
        this.layer = layer;
        this.h = new Axis("h", width);
        this.o = new Axis("o", width);
    }

    static CoreProgram program(Design design, int layer, int width) {
        MixingCore core = new MixingCore(design, layer, width);
        core.declare();
        core.forward();
        core.error();
        core.update();
        return core.program.build();
    }

    private void declare() {
        vectors(ACTIVATION, "mix.stream", "norm.centred", "norm.normal", "norm.z", "mix.recurrent", "mix.y", "glu.a");
        vectors(ACTIVATION, "glu.p", "glu.q", "glu.gate");
        scalars(ACTIVATION, "norm.mean", "norm.square", "norm.variance", "norm.scaling");
        scalars(PARAMETER, "norm.inverse", "norm.epsilon");
        vectors(PARAMETER, "norm.scale", "norm.bias", "mix.D");
        program.declare(design.real("glu.w1", PARAMETER, o, h))
                .declare(design.real("glu.b1", PARAMETER, o))
                .declare(design.real("glu.w2", PARAMETER, o, h))
                .declare(design.real("glu.b2", PARAMETER, o));
        vectors(ERROR, "glu.slope.a", "glu.slope.q", "error.stream", "error.p", "error.gate", "error.q", "error.a");
        vectors(ERROR, "error.y", "error.recurrent", "error.z", "error.normal", "error.centred", "error.below");
        scalars(ERROR, "error.mean", "error.dot", "error.projection");
        scalars(OPTIMISER, "rate");
        update.declare("norm", "scale", false, h);
        update.declare("norm", "bias", false, h);
        update.declare("mix", "D", false, h);
        update.declare("glu", "w1", false, o, h);
        update.declare("glu", "b1", false, o);
        update.declare("glu", "w2", false, o, h);
        update.declare("glu", "b2", false, o);
        design.table(program, "rsqrt", Nonlinearity.RECIPROCAL_SQUARE_ROOT, "norm.variance", "norm.scaling");
        design.table(program, "gelu", Nonlinearity.GELU, "mix.y", "glu.a");
        design.table(program, "gelu.slope", Nonlinearity.GELU_SLOPE, "mix.y", "glu.slope.a");
        design.table(program, "sigmoid", Nonlinearity.SIGMOID, "glu.q", "glu.gate");
    }

    private void vectors(Purpose purpose, String... names) {
        for (String name : names) {
            program.declare(design.real(name, purpose, h));
        }
    }

    private void scalars(Purpose purpose, String... names) {
        for (String name : names) {
            program.declare(design.real(name, purpose));
        }
    }

    private void forward() {
        program.infer(
                Phase.FORWARD,
                "receive mix.stream[h] <- stream." + layer,
                "norm.mean := norm.inverse*mix.stream[h]",
                "norm.centred[h] := mix.stream[h] - norm.mean",
                "norm.square := norm.centred[h]*norm.centred[h]",
                "norm.variance := norm.inverse*norm.square + norm.epsilon",
                "norm.scaling := rsqrt(norm.variance)",
                "norm.normal[h] := norm.scaling*norm.centred[h]",
                "norm.z[h] := norm.scale[h]*norm.normal[h] + norm.bias[h]",
                "send norm.z[h] -> z." + layer,
                "receive mix.recurrent[h] <- y." + layer,
                "mix.y[h] := mix.recurrent[h] + mix.D[h]*norm.z[h]",
                "glu.a[h] := gelu(mix.y[h])",
                "glu.p[o] := glu.w1[o,h]*glu.a[h] + glu.b1[o]",
                "glu.q[o] := glu.w2[o,h]*glu.a[h] + glu.b2[o]",
                "glu.gate[h] := sigmoid(glu.q[h])",
                "mix.stream[h] := mix.stream[h] + glu.p[h]*glu.gate[h]",
                "send mix.stream[h] -> stream." + (layer + 1));
    }

    /** Everything that another core waits for comes first; gradients accumulate while the layers below work. */
    private void error() {
        program.learn(
                Phase.ERROR,
                "glu.slope.a[h] := gelu.slope(mix.y[h])",
                "glu.slope.q[h] := glu.gate[h] - glu.gate[h]*glu.gate[h]",
                "receive error.stream[h] <- error.stream." + (layer + 1),
                "error.p[h] := error.stream[h]*glu.gate[h]",
                "error.gate[h] := error.stream[h]*glu.p[h]",
                "error.q[h] := error.gate[h]*glu.slope.q[h]",
                "error.a[h] := glu.w1[o,h]*error.p[o] + glu.w2[o,h]*error.q[o]",
                "error.y[h] := error.a[h]*glu.slope.a[h]",
                "send error.y[h] -> error.y." + layer,
                "receive error.recurrent[h] <- error.z." + layer,
                "error.z[h] := error.recurrent[h] + mix.D[h]*error.y[h]",
                "error.normal[h] := norm.scale[h]*error.z[h]",
                "error.mean := norm.inverse*error.normal[h]",
                "error.dot := error.normal[h]*norm.normal[h]",
                "error.projection := norm.inverse*error.dot",
                "error.centred[h] := error.normal[h] - error.mean - error.projection*norm.normal[h]",
                "error.below[h] := norm.scaling*error.centred[h] + error.stream[h]",
                "send error.below[h] -> error.stream." + layer,
                "mix.gradient.D[h] := mix.gradient.D[h] + error.y[h]*norm.z[h]",
                "glu.gradient.w1[o,h] := glu.gradient.w1[o,h] + error.p[o]*glu.a[h]",
                "glu.gradient.b1[h] := glu.gradient.b1[h] + error.p[h]",
                "glu.gradient.w2[o,h] := glu.gradient.w2[o,h] + error.q[o]*glu.a[h]",
                "glu.gradient.b2[h] := glu.gradient.b2[h] + error.q[h]",
                "norm.gradient.scale[h] := norm.gradient.scale[h] + error.z[h]*norm.normal[h]",
                "norm.gradient.bias[h] := norm.gradient.bias[h] + error.z[h]");
    }

    private void update() {
        program.learn(Phase.UPDATE, "receive rate <- rate");
        update.append("norm", "scale", false, "rate", h);
        update.append("norm", "bias", false, "rate", h);
        update.append("mix", "D", false, "rate", h);
        update.append("glu", "w1", false, "rate", o, h);
        update.append("glu", "b1", false, "rate", o);
        update.append("glu", "w2", false, "rate", o, h);
        update.append("glu", "b2", false, "rate", o);
    }
}
