package columna.cluster.task;

import columna.experiments.study.computation.Computation;
import columna.experiments.yaml.BadInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;

/** A computation on an executor. */
public final class RemoteTask {

    private RemoteTask() {}

    /**
     * Computes on the calling thread; an interrupt is the request to stop.
     *
     * @throws CancellationException if interrupted
     */
    public static Answer answer(Computation computation) {
        try {
            return new Answer.Outcome(computation.compute(() -> Thread.currentThread().isInterrupted()));
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (BadInput refused) {
            return new Answer.Refusal(refused.sentences());
        } catch (RuntimeException failed) {
            StringWriter trace = new StringWriter();
            failed.printStackTrace(new PrintWriter(trace, true));
            return new Answer.Failure(trace.toString());
        }
    }

    /** The feature version of the Java that an executor runs on. */
    public static int javaVersion() {
        return Runtime.version().feature();
    }
}
