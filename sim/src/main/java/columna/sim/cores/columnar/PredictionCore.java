package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;
import static columna.sim.program.Purpose.OPTIMISER;
import static columna.sim.program.Purpose.TRACE;

import columna.sim.cores.Declarations;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.List;

/**
 * Adds the cores' parts to the prediction y of a discounted sum of a signal to come, and forms its temporal-difference error (Sutton 1988;
 * SEEDS C.4): {@code delta = c + gamma y - y(before)}. All scalars.
 */
public final class PredictionCore {

    private PredictionCore() {}

    /** The program. */
    public static CoreProgram program(Declarations declarations, WeightStep step) {
        CoreProgram.Builder program = CoreProgram.named("prediction");
        Eligible bias = new Eligible(program, declarations, step, "prediction", "b", List.of());
        declarations.real(program, ACTIVATION, List.of(), "prediction.sum", "prediction.y");
        declarations.real(program, ERROR, List.of(), "prediction.before", "prediction.cumulant", Eligible.DELTA, Eligible.SCALED);
        declarations.real(program, OPTIMISER, List.of(), "discount", "rate.output", "unity", Eligible.DECAY);
        declarations.real(program, TRACE, List.of(), "prediction.made");
        bias.declare();
        bias.declareLearning();
        program.learn(Phase.FORWARD, "prediction.before := prediction.y");
        // The bias counts in predictions that were made: in none before the first time step.
        bias.remember("prediction.made");
        program.infer(
                        Phase.FORWARD,
                        "receive prediction.sum <- prediction",
                        "prediction.y := prediction.sum + prediction.b",
                        "send prediction.y -> output")
                .learn(Phase.FORWARD, "prediction.made := unity")
                .learn(
                        Phase.ERROR,
                        "receive prediction.cumulant <- cumulant",
                        "error.delta := prediction.cumulant + discount*prediction.y - prediction.before",
                        "send error.delta -> error.prediction")
                .learn(Phase.UPDATE, "error.scaled := rate.output*error.delta");
        bias.update();
        return program.build();
    }
}
