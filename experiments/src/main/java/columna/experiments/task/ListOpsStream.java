package columna.experiments.task;

import columna.experiments.spec.TaskSpec;
import columna.reference.random.RandomStreams;
import columna.reference.task.listops.ListOpsTask;
import org.apache.commons.rng.UniformRandomProvider;

/** The generator of expressions that a task asks for. */
public final class ListOpsStream {

    private static final int PROPOSALS = 20_000;
    private static final int ACCEPTED = PROPOSALS / 1000;

    private ListOpsStream() {}

    /** The generator; its bounds of lengths are not included. */
    static ListOpsTask of(TaskSpec.ListOps task) {
        return new ListOpsTask(task.levels(), task.mostArguments(), task.shortest() - 1, task.longest() + 1);
    }

    /** Whether expressions of these lengths are found in reasonable time: one in a thousand proposals of a fixed seed. */
    public static boolean isDrawn(TaskSpec.ListOps task) {
        ListOpsTask generator = of(task);
        UniformRandomProvider random = new RandomStreams(1).stream("listops/lengths");
        int accepted = 0;
        for (int proposal = 0; proposal < PROPOSALS && accepted < ACCEPTED; proposal++) {
            accepted += generator.accepts(generator.propose(random)) ? 1 : 0;
        }
        return accepted == ACCEPTED;
    }
}
