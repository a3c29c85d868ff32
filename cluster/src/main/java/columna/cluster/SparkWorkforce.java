package columna.cluster;

import columna.cluster.task.Answer;
import columna.cluster.task.RemoteTask;
import columna.experiments.study.computation.Computation;
import columna.experiments.study.engine.Workforce;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** Executors of a Spark cluster. A computation is a job of one task; Spark gives the task of an executor that dies to another. */
public final class SparkWorkforce implements Workforce {

    private static final int POLL_MILLIS = 100;
    private static final int POLLS_AFTER_THE_END = 20;

    private final JavaSparkContext context;
    private final ShippedJars jars;
    private final int size;
    private final String address;

    SparkWorkforce(JavaSparkContext context, ShippedJars jars, int size, String address) {
        this.context = context;
        this.jars = jars;
        this.size = size;
        this.address = address;
    }

    @Override
    public int size() {
        return size;
    }

    /** For tests that look at how tasks went. */
    JavaSparkContext context() {
        return context;
    }

    @Override
    public String compute(Computation computation, BooleanSupplier stopRequested) {
        return switch (answer(computation, stopRequested)) {
            case Answer.Outcome(String text) -> text;
            case Answer.Refusal(List<String> sentences) -> throw new BadInput(sentences);
            case Answer.Failure(String trace) -> throw new IllegalStateException("on an executor of " + address + ": " + trace);
        };
    }

    private Answer answer(Computation computation, BooleanSupplier stopRequested) {
        try {
            // A task that is no longer wanted is interrupted on its executor.
            context.setLocalProperty("spark.job.interruptOnCancel", "true");
            JavaFutureAction<List<Answer>> job = context.parallelize(List.of(computation), 1).map(RemoteTask::answer).collectAsync();
            while (!stopRequested.getAsBoolean()) {
                try {
                    return job.get(POLL_MILLIS, TimeUnit.MILLISECONDS).getFirst();
                } catch (TimeoutException goesOn) {
                    // Asked again whether to stop.
                }
            }
            job.cancel(true);
            throw new CancellationException();
        } catch (ExecutionException | IllegalStateException failed) {
            throw lost(failed, stopRequested);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(unexpected);
        }
    }

    /** On Ctrl-C Spark ends as the program does, and may be first. */
    private RuntimeException lost(Exception failed, BooleanSupplier stopRequested) {
        for (int poll = 0; poll < POLLS_AFTER_THE_END && context.sc().isStopped(); poll++) {
            if (stopRequested.getAsBoolean()) {
                return new CancellationException();
            }
            pause();
        }
        return stopRequested.getAsBoolean() ? new CancellationException()
                : new BadInput("--cluster " + address + ": found a cluster that gives up (" + String.valueOf(failed.getMessage()).lines().findFirst().orElse("")
                        + "); what is finished is kept, and the same command goes on");
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.stop();
        try {
            jars.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
