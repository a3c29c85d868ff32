package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.HIDDEN_STATE;
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
 *
 * <p>Where sequences have one label, the logits are of the stream's mean over all time steps so far, {@code (1/t) sum_{s <= t} u_s}, and the
 * error passes the mean as if it were not there: to the stream of this time step, whole (Zucchet et al. 2023; SEEDS A.3.3). The chip adds up
 * and divides by the count, so that nothing is rounded twice; the format of {@code decoder.sum} bounds the length of a sequence.
 */
final class DecoderCore {

    private DecoderCore() {}

    static CoreProgram program(Design design, NetworkShape shape) {
        Axis h = new Axis("h", shape.width());
        Axis b = new Axis("b", shape.outputs());
        Axis c = new Axis("c", shape.classes());
        Axis k = new Axis("k", shape.outputs() * shape.classes());
        String read = shape.averaged() ? "decoder.mean" : "decoder.stream";
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
        program.infer(Phase.FORWARD, "receive decoder.stream[h] <- stream." + shape.layers());
        if (shape.averaged()) {
            average(design, program, h);
        }
        program.infer(
                        Phase.FORWARD,
                        "decoder.logits[k] := decoder.w[k,h]*" + read + "[h] + decoder.b[k]",
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
                        "send error.top[h] -> error.stream." + shape.layers(),
                        "decoder.gradient.w[k,h] := decoder.gradient.w[k,h] + error.logits[k]*" + read + "[h]",
                        "decoder.gradient.b[k] := decoder.gradient.b[k] + error.logits[k]")
                .learn(Phase.UPDATE, "receive rate <- rate");
        update.append("decoder", "w", false, "rate", k, h);
        update.append("decoder", "b", false, "rate", k);
        return program.build();
    }

    private static void average(Design design, CoreProgram.Builder program, Axis h) {
        program.declare(design.real("decoder.one", PARAMETER))
                .declare(design.real("decoder.count", HIDDEN_STATE))
                .declare(design.real("decoder.sum", HIDDEN_STATE, h))
                .declare(design.real("decoder.share", ACTIVATION))
                .declare(design.real("decoder.mean", ACTIVATION, h));
        design.table(program, "share", Nonlinearity.RECIPROCAL, "decoder.count", "decoder.share");
        program.infer(Phase.RESET, "decoder.count := 0", "decoder.sum[h] := 0")
                .infer(
                        Phase.FORWARD,
                        "decoder.count := decoder.count + decoder.one",
                        "decoder.share := share(decoder.count)",
                        "decoder.sum[h] := decoder.sum[h] + decoder.stream[h]",
                        "decoder.mean[h] := decoder.share*decoder.sum[h]");
    }
}
