package columna.sim.cores.columnar;

import static columna.sim.program.Purpose.ACTIVATION;
import static columna.sim.program.Purpose.ERROR;

import columna.sim.cores.Declarations;
import columna.sim.program.CoreProgram;
import columna.sim.program.Phase;
import java.util.List;

/** Adds the columns' parts to the prediction y of a value and sends its error {@code delta = target - y} back to all. Scalars. */
public final class SumCore {

    private SumCore() {}

    /** The program. */
    public static CoreProgram program(Declarations declarations) {
        CoreProgram.Builder program = CoreProgram.named("sum");
        declarations.real(program, ACTIVATION, List.of(), "prediction.y");
        declarations.real(program, ERROR, List.of(), "prediction.target", "error.delta");
        return program.infer(Phase.FORWARD, "receive prediction.y <- prediction", "send prediction.y -> output")
                .learn(
                        Phase.ERROR,
                        "receive prediction.target <- target",
                        "error.delta := prediction.target - prediction.y",
                        "send error.delta -> error.prediction")
                .build();
    }
}
