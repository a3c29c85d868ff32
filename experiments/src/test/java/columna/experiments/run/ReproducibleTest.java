package columna.experiments.run;

import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.report.RunReport;
import columna.experiments.result.LossCurve;
import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 8: any number of threads, the same seed, the same bits; another seed, other bits. */
class ReproducibleTest {

    static List<String> names() {
        return columna.experiments.SmallExperiments.names();
    }

    private record Outcome(List<LossCurve.Point> curve, Object summary) {

        static Outcome of(ExperimentSpec spec) {
            RunResult run = Simulated.of(spec);
            return new Outcome(run.curve().points(), new RunReport(run).summaryValues());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aloneBesideOthersAndInsideACrowdedPool(String name) throws InterruptedException, ExecutionException {
        ExperimentSpec spec = small(name);
        ExperimentSpec otherSeed = small(name, "seed=" + (spec.seed() + 1));
        Outcome alone = Outcome.of(spec);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<Outcome> first = threads.submit(() -> Outcome.of(spec));
            Future<Outcome> other = threads.submit(() -> Outcome.of(otherSeed));
            Future<Outcome> second = threads.submit(() -> Outcome.of(spec));
            assertThat(first.get()).isEqualTo(alone);
            assertThat(second.get()).isEqualTo(alone);
            assertThat(other.get().curve()).isNotEqualTo(alone.curve());
            assertThat(other.get().summary()).isNotEqualTo(alone.summary());
        }
        // The reference runs in the common pool; here the runs themselves fill it, so that it has no thread to spare.
        List<ForkJoinTask<Outcome>> crowd = IntStream.range(0, ForkJoinPool.getCommonPoolParallelism() + 1)
                .mapToObj(i -> ForkJoinPool.commonPool().submit(() -> Outcome.of(spec)))
                .toList();
        for (ForkJoinTask<Outcome> run : crowd) {
            assertThat(run.get()).isEqualTo(alone);
        }
    }
}
