package columna.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.study.Shard;
import columna.experiments.study.Study;
import columna.experiments.study.computation.Computation;
import columna.experiments.study.computation.StudyPoint;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.engine.WorkforceProvider;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers as processes of their own, one of which is killed in the middle of a study. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SparkWorkforceTest {

    /** 24 points of 12 chips that learn, and of 3 references; half the points differ in their timing only. */
    private static final String STUDY =
            """
            study: tiny
            experiment: copy-task
            settings: {network.layers: 2, network.units: 8, network.width: 8, task.pattern_steps: 3, task.bits_per_step: 2, task.pad_steps: 1,
                task.test_sequences: 20, learning.sequences: 500}
            axes:
              formats.lru.trace.bits: [6, 8, 10, 16]
              chip.recurrent_core.lanes: [2, 8]
            seeds: 3
            """;
    private static final int POINTS = 24;
    private static final int COMPUTATIONS = 15;
    private static final int TASKS_BEFORE_THE_KILL = 2;

    @TempDir
    private static Path folder;

    private static LoopbackCluster cluster;
    private static SparkWorkforce workforce;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        cluster = new LoopbackCluster(Files.createDirectory(folder.resolve("cluster")), 2);
        // A worker offers 512 MB.
        System.setProperty("spark.executor.memory", "512m");
        workforce = (SparkWorkforce) WorkforceProvider.cluster(cluster.address(), OptionalInt.empty(), folder.resolve("spark.log"));
    }

    @AfterAll
    static void stop() {
        if (workforce != null) {
            workforce.close();
        }
        System.clearProperty("spark.executor.memory");
        if (cluster != null) {
            cluster.close();
            assertThat(cluster.workers()).allMatch(worker -> !worker.process().isAlive());
        }
    }

    @Test
    @Order(1)
    void thereAreTwoExecutorsOfOneCore() {
        assertThat(workforce.size()).isEqualTo(2);
    }

    @Test
    @Order(2)
    void aRefusedExperimentIsRefusedInTheSameWordsAsHere() {
        Computation nonsense = new Computation(Computation.Kind.REFERENCE, "key", "experiment: nonsense\nlayers: 3\n", 1, 0);
        assertThatThrownBy(() -> workforce.compute(nonsense, () -> false)).isInstanceOf(BadInput.class)
                .hasMessage(messageOf(() -> nonsense.compute(() -> false)));
    }

    private static String messageOf(Runnable refused) {
        try {
            refused.run();
        } catch (BadInput expected) {
            return expected.getMessage();
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    @Order(3)
    void aComputationThatIsNoLongerWantedEndsOnItsExecutor() throws InterruptedException {
        RunningTasks tasks = RunningTasks.watch(workforce.context());
        ExperimentSpec endless = ExperimentSpec.read("copy-task", Signals.names(), List.of("learning.sequences=10000000"));
        Computation computation = StudyPoint.of(endless, Optional.empty()).learning();
        assertThatThrownBy(() -> workforce.compute(computation, () -> tasks.started() == 1)).isInstanceOf(CancellationException.class);
        tasks.await("the task ended", () -> tasks.running().isEmpty());
    }

    @Test
    @Order(4)
    void aWorkerKilledInTheMiddleLosesNoPointAndDoublesNone() throws IOException, InterruptedException {
        StudyDefinition study = StudyReader.read("tiny.yaml", STUDY, Path.of(""), Signals.names(), List.of());
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        try (Workforce threads = Workforce.threads(2)) {
            new Study(study, here).sweep(Shard.WHOLE, threads, (finished, points, computing) -> {}, () -> false);
        }

        LoopbackCluster.Worker victim = cluster.workers().getFirst();
        String executor = victim.executorId();
        RunningTasks tasks = RunningTasks.watch(workforce.context());
        AtomicLong finishedAtTheKill = new AtomicLong(-1);
        AtomicLong finishedNow = new AtomicLong();
        Thread killer = Thread.ofPlatform().daemon().start(() -> {
            tasks.await("the victim finished tasks", () -> tasks.succeeded(executor) >= TASKS_BEFORE_THE_KILL);
            freezeAtWork(victim, executor, tasks);
            finishedAtTheKill.set(finishedNow.get());
            victim.kill();
        });
        new Study(study, there).sweep(Shard.WHOLE, workforce, (finished, points, computing) -> finishedNow.set(finished), () -> false);
        killer.join();

        assertThat(finishedAtTheKill.get()).as("points at the kill").isBetween(0L, POINTS - 1L);
        tasks.await("Spark told of the lost task", () -> tasks.lost(executor) >= 1);
        assertThat(victim.process().isAlive()).isFalse();
        try (StudyStore expected = StudyStore.read(here); StudyStore found = StudyStore.read(there)) {
            assertThat(expected.points()).hasSize(POINTS);
            assertThat(found.points()).isEqualTo(expected.points());
            assertThat(outcomes(expected)).hasSize(COMPUTATIONS);
            assertThat(outcomes(found)).isEqualTo(outcomes(expected));
        }
        assertThat(tasks.succeeded()).as("tasks that were done to the end").isEqualTo(COMPUTATIONS);
    }

    /** Stops the executor's process while a task of its is under way, so that the kill cannot come a moment too late. */
    private static void freezeAtWork(LoopbackCluster.Worker victim, String executor, RunningTasks tasks) {
        for (int attempt = 0; attempt < 100; attempt++) {
            tasks.await("the victim is at work", () -> tasks.running().contains(executor));
            signal(victim.executor(), "STOP");
            // What it said before is heard by now; what it is at stays as it is.
            RunningTasks.pause(1_000);
            if (tasks.running().contains(executor)) {
                return;
            }
            signal(victim.executor(), "CONT");
        }
        throw new AssertionError("the victim was never caught at work");
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Map<String, String> outcomes(StudyStore store) {
        Map<String, String> outcomes = new TreeMap<>();
        store.secondsByComputation().keySet().forEach(key -> outcomes.put(key, store.outcome(key).orElseThrow()));
        return outcomes;
    }
}
