package columna.sim.program;

import java.util.ArrayList;
import java.util.List;

/**
 * The control state of a time step: which of its phases run. A dense step does not depend on data, so two steps of one
 * kind take the same cycles and actions.
 *
 * @param reset whether it is the first of a sequence
 * @param learning whether micro-operations of learning run at all
 * @param error whether it has a target; needs {@code learning}
 * @param update whether an update is due at its end; needs {@code learning}
 */
public record StepKind(boolean reset, boolean learning, boolean error, boolean update) {

    public StepKind {
        if (!learning && (error || update)) {
            throw new IllegalArgumentException("a time step without learning has neither an error nor an update phase");
        }
    }

    /** A micro-operation and the phase it belongs to. */
    public record Issued(Phase phase, MicroOperation operation) {}

    /** Whether the phase runs. PREPARE follows an update. */
    public boolean runs(Phase phase) {
        return switch (phase) {
            case RESET -> reset;
            case FORWARD -> true;
            case ERROR -> error;
            case UPDATE, PREPARE -> update;
        };
    }

    /** What a core issues in such a step, in order. */
    public List<Issued> operations(CoreProgram program) {
        List<Issued> issued = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (runs(phase)) {
                program.phase(phase).stream()
                        .filter(operation -> learning || !operation.learning())
                        .forEach(operation -> issued.add(new Issued(phase, operation)));
            }
        }
        return issued;
    }

    @Override
    public String toString() {
        return (reset ? "reset " : "") + (learning ? "learn" : "infer") + (error ? " error" : "") + (update ? " update" : "");
    }
}
