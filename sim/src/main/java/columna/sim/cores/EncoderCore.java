package columna.sim.cores;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.PARAMETER;

import columna.sim.program.Axis;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;

/** The linear map from the chip's input to the residual stream: {@code u = W x + b} (SEEDS A.1). */
final class EncoderCore {

    private EncoderCore() {}

    static CoreProgram program(Design design, int inputs, int width) {
        Axis i = new Axis("i", inputs);
        Axis h = new Axis("h", width);
        CoreProgram.Builder program = CoreProgram.named("encoder");
        Update update = new Update(design, program);
        program.declare(design.real("encoder.x", ACTIVATION, i))
                .declare(design.real("encoder.w", PARAMETER, h, i))
                .declare(design.real("encoder.b", PARAMETER, h))
                .declare(design.real("encoder.stream", ACTIVATION, h))
                .declare(design.real("error.encoder", ERROR, h))
                .declare(design.real("rate", OPTIMISER));
        update.declare("encoder", "w", false, h, i);
        update.declare("encoder", "b", false, h);
        program.infer(
                        Phase.FORWARD,
                        "receive encoder.x[i] <- input",
                        "encoder.stream[h] := encoder.w[h,i]*encoder.x[i] + encoder.b[h]",
                        "send encoder.stream[h] -> stream.0")
                .learn(
                        Phase.ERROR,
                        "receive error.encoder[h] <- error.stream.0",
                        "encoder.gradient.w[h,i] := encoder.gradient.w[h,i] + error.encoder[h]*encoder.x[i]",
                        "encoder.gradient.b[h] := encoder.gradient.b[h] + error.encoder[h]")
                .learn(Phase.UPDATE, "receive rate <- rate");
        update.append("encoder", "w", false, "rate", h, i);
        update.append("encoder", "b", false, "rate", h);
        return program.build();
    }
}
