package columna.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** What Spark tells of its tasks from now on. */
final class RunningTasks extends SparkListener {

    private static final int PATIENCE_SECONDS = 300;

    private final Map<Long, String> running = new HashMap<>();
    private final Map<String, Integer> succeeded = new HashMap<>();
    private final Map<String, Integer> lost = new HashMap<>();
    private int started;

    private RunningTasks() {}

    static RunningTasks watch(JavaSparkContext context) {
        RunningTasks tasks = new RunningTasks();
        context.sc().addSparkListener(tasks);
        return tasks;
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        started++;
        running.put(start.taskInfo().taskId(), start.taskInfo().executorId());
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        running.remove(end.taskInfo().taskId());
        if (end.reason() == Success$.MODULE$) {
            succeeded.merge(end.taskInfo().executorId(), 1, Integer::sum);
        } else if (end.reason() instanceof ExecutorLostFailure) {
            lost.merge(end.taskInfo().executorId(), 1, Integer::sum);
        }
    }

    synchronized int started() {
        return started;
    }

    /** Executors at work. */
    synchronized Set<String> running() {
        return new HashSet<>(running.values());
    }

    synchronized int succeeded(String executor) {
        return succeeded.getOrDefault(executor, 0);
    }

    synchronized int succeeded() {
        return succeeded.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int lost(String executor) {
        return lost.getOrDefault(executor, 0);
    }

    /** Spark tells with a delay. */
    void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            pause(50);
        }
        throw new AssertionError("not within " + PATIENCE_SECONDS + " seconds: " + what);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            throw new AssertionError(unexpected);
        }
    }
}
