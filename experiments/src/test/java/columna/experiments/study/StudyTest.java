package columna.experiments.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.study.computation.Computation;
import columna.experiments.study.computation.Computation.Kind;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.engine.CountingWorkforce;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.computation.Outcomes;
import columna.experiments.study.store.StoredPoint;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is simulated, how often, and that nothing depends on threads, order or interruptions. */
class StudyTest {

    @TempDir
    Path folder;

    private static StudyResult sweep(StudyDefinition study, Path folder, Workforce workforce, BooleanSupplier stop) {
        return new Study(study, folder).sweep(Shard.WHOLE, workforce, (finished, points, computing) -> {}, stop);
    }

    private static StudyResult sweep(StudyDefinition study, Path folder, int threads) {
        return sweep(study, folder, Workforce.threads(threads), () -> false);
    }

    /** 12 points that differ in lanes need 6 chips and one reference. */
    @Test
    void timingNeverRunsLearningAgainAndTheReferenceIsShared() {
        CountingWorkforce workforce = new CountingWorkforce(3);
        StudyResult result = sweep(TinyStudies.bitsRoundingLanes(), folder, workforce, () -> false);
        assertThat(result.finished()).hasSize(12);
        assertThat(workforce.count(Kind.LEARNING)).isEqualTo(6);
        assertThat(workforce.count(Kind.REFERENCE)).isEqualTo(1);
        for (int pair = 0; pair < 12; pair += 2) {
            ConfigurationResult one = result.configurations().get(pair);
            ConfigurationResult four = result.configurations().get(pair + 1);
            assertThat(one.mean("chip.loss")).isEqualTo(four.mean("chip.loss"));
            assertThat(one.mean("cycles.total")).isGreaterThan(four.mean("cycles.total"));
        }
    }

    @Test
    void nothingIsSimulatedTwice() {
        StudyResult first = sweep(TinyStudies.bitsRoundingLanes(), folder, 2);
        CountingWorkforce idle = new CountingWorkforce(2);
        assertThat(sweep(TinyStudies.bitsRoundingLanes(), folder, idle, () -> false).configurations()).isEqualTo(first.configurations());
        assertThat(idle.count(Kind.LEARNING) + idle.count(Kind.REFERENCE)).isZero();
    }

    /** A study whose file gets another axis value and another technology computes only the new chip. */
    @Test
    void aStudyCanGrow() {
        sweep(TinyStudies.of("axes:\n  formats.lru.trace.bits: [6, 9]\n"), folder, 2);
        CountingWorkforce workforce = new CountingWorkforce(2);
        StudyResult result = sweep(TinyStudies.of("axes:\n  technology: [cmos-28nm, cmos-65nm]\n  formats.lru.trace.bits: [6, 9, 12]\n"), folder, workforce, () -> false);
        assertThat(result.finished()).hasSize(6);
        assertThat(workforce.count(Kind.LEARNING)).isEqualTo(1);
        assertThat(workforce.count(Kind.REFERENCE)).isZero();
    }

    @Test
    void anyNumberOfThreadsFindsTheSame(@TempDir Path other) {
        assertThat(sweep(TinyStudies.bitsRoundingLanes(), folder, 5).configurations())
                .isEqualTo(sweep(TinyStudies.bitsRoundingLanes(), other, 1).configurations());
    }

    @Test
    void aStudyThatWasStoppedGoesOnToTheSame(@TempDir Path other) {
        StudyResult whole = sweep(TinyStudies.bitsRoundingLanes(), other, 2);
        AtomicInteger done = new AtomicInteger();
        for (int stops = 1; stops <= 3; stops++) {
            int allowed = stops;
            done.set(0);
            Workforce few = new Workforce() {
                @Override
                public int size() {
                    return 1;
                }

                @Override
                public String compute(Computation computation, BooleanSupplier stopRequested) {
                    String outcome = computation.compute(stopRequested);
                    done.incrementAndGet();
                    return outcome;
                }

                @Override
                public void close() {}
            };
            sweep(TinyStudies.bitsRoundingLanes(), folder, few, () -> done.get() >= allowed);
        }
        StudyResult result = sweep(TinyStudies.bitsRoundingLanes(), folder, 2);
        assertThat(result.configurations()).isEqualTo(whole.configurations());
    }

    /** The refusal of a design is a result with a reason; the others go on. */
    @Test
    void aDesignThatCannotBeBuiltIsAResult() {
        StudyResult result = sweep(TinyStudies.of("axes:\n  chip.recurrent_core.table_units: [1, 4]\n  chip.recurrent_core.lanes: [1, 4]\n"), folder, 2);
        assertThat(result.count(StoredPoint.State.REFUSED)).isEqualTo(1);
        ConfigurationResult refused = result.configurations().get(2);
        assertThat(refused.state()).isEqualTo(StoredPoint.State.REFUSED);
        assertThat(refused.reason()).contains("4 look-up units").contains("1 lanes");
        assertThat(result.finished()).hasSize(3);
    }

    /** Of two chips the one is given up whose loss over the last tenth of the first half is above a limit between theirs. */
    @Test
    void hopelessChipsAreGivenUp(@TempDir Path free) {
        String axes = "axes: {learning.optimiser.rate: [0, 0.05]}\n";
        StudyDefinition study = TinyStudies.of(axes);
        StudyResult all = sweep(study, free, 2);
        assertThat(all.finished()).hasSize(2);
        // 48 sequences in chunks of 16: half of learning is over in the second chunk, whose loss is the last tenth.
        double[] losses = new double[2];
        for (int i = 0; i < 2; i++) {
            losses[i] = lossOfSecondChunk(free, all.configurations().get(i).points().firstEntry().getValue());
        }
        double limit = (losses[0] + losses[1]) / 2;
        int worse = losses[0] > losses[1] ? 0 : 1;
        StudyResult result = sweep(TinyStudies.of(axes + "stop: {after: 0.5, loss_above: " + limit + "}\n"), folder, 2);
        ConfigurationResult hopeless = result.configurations().get(worse);
        assertThat(hopeless.state()).isEqualTo(StoredPoint.State.STOPPED);
        assertThat(hopeless.mean("sequences")).isEqualTo(32.0);
        assertThat(result.configurations().get(1 - worse).state()).isEqualTo(StoredPoint.State.FINISHED);
        assertThat(result.configurations().get(1 - worse).mean("sequences")).isEqualTo(48.0);
    }

    private static double lossOfSecondChunk(Path folder, StoredPoint point) {
        try (StudyStore store = StudyStore.read(folder)) {
            return Outcomes.curve(store.outcome(point.learning()).orElseThrow(), store.outcome(point.reference()).orElseThrow()).points().get(1).chip().loss();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void shardsTogetherAreTheWhole(@TempDir Path one, @TempDir Path two) {
        Study study = new Study(TinyStudies.bitsRoundingLanes(), folder);
        StudyResult whole = study.sweep(Shard.WHOLE, Workforce.threads(2), (f, p, c) -> {}, () -> false);
        StudyResult odd = new Study(TinyStudies.bitsRoundingLanes(), one).sweep(Shard.parse("1/2"), Workforce.threads(2), (f, p, c) -> {}, () -> false);
        StudyResult even = new Study(TinyStudies.bitsRoundingLanes(), two).sweep(Shard.parse("2/2"), Workforce.threads(2), (f, p, c) -> {}, () -> false);
        assertThat(odd.configurations()).hasSize(6);
        assertThat(java.util.stream.Stream.concat(odd.configurations().stream(), even.configurations().stream())
                .sorted(java.util.Comparator.comparingInt(ConfigurationResult::number)).toList()).isEqualTo(whole.configurations());
    }

    @Test
    void whatIsNotAStudyIsRefused() throws IOException {
        assertThatThrownBy(() -> Study.read(folder)).isInstanceOf(BadInput.class).hasMessageContaining("no study.db");
        Files.writeString(folder.resolve("study.db"), "this is not a database, but long enough to be read as one, or so it seems");
        assertThatThrownBy(() -> Study.read(folder)).isInstanceOf(BadInput.class).hasMessageContaining("no study or is damaged");
        assertThatThrownBy(() -> sweep(TinyStudies.bitsRoundingLanes(), folder, 1)).isInstanceOf(BadInput.class).hasMessageContaining("damaged");
    }

    @Test
    void aFolderHoldsOneStudyAndOneProcessAtATime() throws Exception {
        StudyDefinition study = TinyStudies.of("axes: {chip.clock_mhz: [1, 2]}\n");
        sweep(study, folder, 1);
        StudyDefinition other = columna.experiments.study.definition.StudyReader.read("o", "study: other\nexperiment: copy-task\naxes: {chip.clock_mhz: [1]}\n",
                Path.of(""), columna.experiments.explain.Signals.names(), java.util.List.of());
        assertThatThrownBy(() -> sweep(other, folder, 1)).isInstanceOf(BadInput.class).hasMessageContaining("the study 'tiny'").hasMessageContaining("'other'");
        try (var open = StudyStore.open(folder, "tiny")) {
            assertThatThrownBy(() -> sweep(study, folder, 1)).isInstanceOf(BadInput.class).hasMessageContaining("another process at work");
            assertThat(Study.read(folder).configurations()).as("reading beside a writer").hasSize(2);
            assertThat(open.points()).hasSize(2);
        }
    }

    @Test
    void theReportShowsEveryPointAndLinksToIt() throws IOException {
        sweep(TinyStudies.bitsRoundingLanes(), folder, 2);
        StudyResult shown = Study.report(folder, folder, configuration -> true);
        String page = Files.readString(folder.resolve("index.html"));
        for (ConfigurationResult configuration : shown.configurations()) {
            String id = configuration.points().firstEntry().getValue().id();
            assertThat(page).contains("points/" + id + "/index.html");
            assertThat(Files.readString(folder.resolve("points").resolve(id).resolve("index.html"))).contains("Loss while learning");
            assertThat(Files.readString(folder.resolve("points").resolve(id).resolve("experiment.yaml"))).startsWith("experiment: ");
        }
        assertThat(page).contains("Loss against memory").contains("formats.lru.trace.bits");
    }
}
