package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;

import columna.sim.cores.Tables.Nonlinearity;
import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;

/**
 * The linear map from the residual stream to the logits, and the error of softmax cross-entropy: for every output b with
 * classes c, {@code dL/do = softmax(o) - target}. The error's scale is 1 per output and time step; a mean over outputs and
 * steps is folded into the learning rate, where it costs no bits.
 */
final class DecoderCore {

    private DecoderCore() {}

    static CoreProgram program(Design design, int layers, int width, int outputs, int classes) {
        Axis h = new Axis("h", width);
        Axis b = new Axis("b", outputs);
        Axis c = new Axis("c", classes);
        Axis k = new Axis("k", outputs * classes);
        CoreProgram.Builder program = CoreProgram.named("decoder");
        Update update = new Update(design, program);
        program.declare(design.real("decoder.stream", ACTIVATION, h))
                .declare(design.real("decoder.w", PARAMETER, k, h))
                .declare(design.real("decoder.b", PARAMETER, k))
                .declare(design.real("decoder.logits", ACTIVATION, k))
                .declare(design.real("decoder.target", ERROR, b, c))
                .declare(design.real("decoder.peak", ERROR, b))
                .declare(design.real("decoder.below.peak", ERROR, b, c))
                .declare(design.real("decoder.weight", ERROR, b, c))
                .declare(design.real("decoder.total", ERROR, b))
                .declare(design.real("decoder.inverse.total", ERROR, b))
                .declare(design.real("error.logits", ERROR, b, c))
                .declare(design.real("error.top", ERROR, h))
                .declare(design.real("rate", OPTIMISER));
        update.declare("decoder", "w", false, k, h);
        update.declare("decoder", "b", false, k);
        design.table(program, "exp", Nonlinearity.SOFTMAX_EXPONENTIAL, "decoder.below.peak", "decoder.weight");
        design.table(program, "reciprocal", Nonlinearity.RECIPROCAL, "decoder.total", "decoder.inverse.total");
        program.infer(
                        Phase.FORWARD,
                        "receive decoder.stream[h] <- stream." + layers,
                        "decoder.logits[k] := decoder.w[k,h]*decoder.stream[h] + decoder.b[k]",
                        "send decoder.logits[k] -> output")
                .learn(
                        Phase.ERROR,
                        "receive decoder.target[b,c] <- target",
                        "decoder.peak[b] := max(decoder.logits[b,c])",
                        "decoder.below.peak[b,c] := decoder.logits[b,c] - decoder.peak[b]",
                        "decoder.weight[b,c] := exp(decoder.below.peak[b,c])",
                        "decoder.total[b] := decoder.weight[b,c]",
                        "decoder.inverse.total[b] := reciprocal(decoder.total[b])",
                        "error.logits[b,c] := decoder.inverse.total[b]*decoder.weight[b,c] - decoder.target[b,c]",
                        "error.top[h] := decoder.w[k,h]*error.logits[k]",
                        "send error.top[h] -> error.stream." + layers,
                        "decoder.gradient.w[k,h] := decoder.gradient.w[k,h] + error.logits[k]*decoder.stream[h]",
                        "decoder.gradient.b[k] := decoder.gradient.b[k] + error.logits[k]")
                .learn(Phase.UPDATE, "receive rate <- rate");
        update.append("decoder", "w", false, "rate", k, h);
        update.append("decoder", "b", false, "rate", k);
        return program.build();
    }
}
