package columna.experiments.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Scope;
import columna.experiments.reproduction.ReproductionProgress.Standing;
import columna.experiments.reproduction.report.ReproductionResult;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a tiny reproduction that are interrupted, killed, torn and taken up again, beside one that nobody disturbed. */
class ReproductionRunTest {
    private static final BooleanSupplier NEVER = () -> false;

    @TempDir
    private Path folder;

    private Path undisturbed;

    @BeforeEach
    void measureUndisturbed() throws IOException {
        undisturbed = Files.createDirectory(folder.resolve("undisturbed"));
        measure(new Walks(), undisturbed, 1, NEVER);
    }

    private static ReproductionResult measure(Walks walks, Path into, int threads, BooleanSupplier stop) {
        return ReproductionRun.of(walks, Scope.DEFAULT, Duration.ZERO).execute(into, threads, ReproductionProgress.UNSEEN, stop);
    }

    private Path fresh() throws IOException {
        return Files.createTempDirectory(folder, "run");
    }

    /** Every bit of every number, and all that is said of them but the time when it is said. */
    private void assertAsUndisturbed(Path run) throws IOException {
        assertThat(run.resolve("points.csv")).hasSameTextualContentAs(undisturbed.resolve("points.csv"));
        assertThat(withoutDate(run)).isEqualTo(withoutDate(undisturbed));
        assertThat(states(run)).isEmpty();
    }

    private static List<String> withoutDate(Path run) throws IOException {
        return Files.readAllLines(run.resolve("results.csv")).stream().filter(line -> !line.startsWith("# date: ")).toList();
    }

    private static List<Path> states(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("points"))) {
            return files.filter(file -> file.toString().endsWith(".state")).sorted().toList();
        }
    }

    private static Path finished(Path run) {
        return run.resolve("points/finished.jsonl");
    }

    /** Asks to stop at the n-th time that it is asked itself. */
    private static BooleanSupplier after(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() > questions;
    }

    @Test
    void threadsChangeNothing() throws IOException {
        Path run = fresh();
        measure(new Walks(), run, 4, NEVER);
        assertAsUndisturbed(run);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aRunInterruptedAgainAndAgainEndsAsIfNobodyHadDisturbedIt(int threads) throws IOException {
        Path run = fresh();
        Walks walks = new Walks();
        int parts = 1;
        while (!measure(walks, run, threads, after(333)).complete()) {
            parts++;
        }
        assertThat(parts).isGreaterThan(3);
        assertThat(walks.begun.get()).as("no point was begun twice").isEqualTo(9);
        assertAsUndisturbed(run);
    }

    @Test
    void aPartMeasuredFirstAndTheRestLaterEndUndisturbed() throws IOException {
        Path run = fresh();
        Walks walks = new Walks();
        String some = walks.points(Scope.DEFAULT).getLast().configuration();
        Scope part = new Scope(false, OptionalInt.empty(), java.util.Optional.empty(), List.of(some));
        ReproductionResult first = ReproductionRun.of(walks, part, Duration.ZERO).execute(run, 1, ReproductionProgress.UNSEEN, NEVER);
        assertThat(first.finished()).isBetween(1, 8);
        assertThat(first.measurements().byConfiguration().keySet()).allMatch(configuration -> configuration.contains(some));
        assertThat(first.command()).endsWith(" --only '" + some + "'");
        measure(walks, run, 1, NEVER);
        assertThat(walks.begun.get()).as("no point was begun twice").isEqualTo(9);
        assertAsUndisturbed(run);
    }

    @Test
    void aPartThatHoldsNothingIsRefused() {
        Scope part = new Scope(false, OptionalInt.empty(), java.util.Optional.empty(), List.of("no such walk"));
        assertThatThrownBy(() -> ReproductionRun.of(new Walks(), part))
                .isInstanceOf(columna.experiments.yaml.BadInput.class)
                .hasMessageContaining("found no configuration that contains 'no such walk'; allowed: parts of '");
    }

    @Test
    void anInterruptedRunReportsWhatItHas() throws IOException {
        Path run = fresh();
        ReproductionResult partial = measure(new Walks(), run, 1, after(500));
        assertThat(partial.finished()).isBetween(1, 8);
        assertThat(partial.sentence()).startsWith("After only " + partial.finished() + " of 9 points: ");
        assertThat(run.resolve("index.html")).content().contains(partial.sentence());
        assertThat(states(run)).hasSize(1);
    }

    @Test
    void finishedPointsAreNotMeasuredAgain() throws IOException {
        Walks again = new Walks();
        assertThat(measure(again, undisturbed, 2, NEVER).complete()).isTrue();
        assertThat(again.begun.get()).isZero();
    }

    /** The folder as it is in the middle of a step is what a kill at that moment leaves. */
    @Test
    void aKilledRunGoesOnFromItsLastCheckpoint() throws IOException {
        Path run = fresh();
        Path killed = fresh();
        measure(new Walks((configuration, seed, step) -> {
            if (configuration.equals("plain walk") && seed == 2 && step == 77) {
                copy(run, killed);
            }
        }), run, 1, NEVER);
        assertThat(states(killed)).hasSize(1);
        Walks resumed = new Walks();
        measure(resumed, killed, 1, NEVER);
        assertThat(resumed.begun.get()).as("points that had no checkpoint").isEqualTo(1);
        assertAsUndisturbed(killed);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(one -> !one.equals(from)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Test
    void aTornLastLineIsMeasuredAgain() throws IOException {
        byte[] whole = Files.readAllBytes(finished(undisturbed));
        int lastLine = new String(whole, 0, whole.length - 1, java.nio.charset.StandardCharsets.UTF_8).lastIndexOf('\n') + 1;
        for (int length : new int[] {lastLine + 1, lastLine + 40, whole.length - 1}) {
            Path run = fresh();
            copy(undisturbed, run);
            cut(finished(run), length);
            Walks again = new Walks();
            measure(again, run, 1, NEVER);
            assertThat(again.begun.get()).isEqualTo(1);
            assertAsUndisturbed(run);
            assertThat(Files.readAllLines(finished(run))).hasSize(10);
        }
    }

    private static void cut(Path file, int length) throws IOException {
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.setLength(length);
        }
    }

    @Test
    void aDamagedCheckpointIsNotUsed() throws IOException {
        Path interrupted = fresh();
        measure(new Walks(), interrupted, 1, after(500));
        Path state = states(interrupted).getFirst();
        byte[] whole = Files.readAllBytes(state);
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
            Path run = fresh();
            copy(interrupted, run);
            cut(run.resolve(interrupted.relativize(state)), length);
            measure(new Walks(), run, 1, NEVER);
            assertAsUndisturbed(run);
        }
        whole[whole.length - 1] ^= 1;
        Files.write(state, whole);
        measure(new Walks(), interrupted, 1, NEVER);
        assertAsUndisturbed(interrupted);
    }

    @Test
    void aCheckpointOfAnotherPointIsRefused() throws IOException {
        Path run = fresh();
        measure(new Walks(), run, 2, after(300));
        List<Path> states = states(run);
        assertThat(states).hasSize(2);
        Files.copy(states.get(0), states.get(1), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> measure(new Walks(), run, 1, NEVER)).isInstanceOf(BadInput.class)
                .hasMessageContaining("another point or another version");
    }

    @Test
    void aFolderOfAnotherScopeVersionOrKindIsRefused() throws IOException {
        assertThatThrownBy(() -> ReproductionRun.of(new Walks(), new Scope(false, OptionalInt.of(2), java.util.Optional.empty(), List.of()))
                        .execute(undisturbed, 1, ReproductionProgress.UNSEEN, NEVER))
                .isInstanceOf(BadInput.class).hasMessageContaining("found a run of walks without --full, without --seeds");
        Path other = fresh();
        copy(undisturbed, other);
        String text = Files.readString(finished(other));
        Files.writeString(finished(other), text.replaceFirst("\"fingerprint\":\"[0-9a-f]+\"", "\"fingerprint\":\"0000\""));
        assertThatThrownBy(() -> measure(new Walks(), other, 1, NEVER)).isInstanceOf(BadInput.class)
                .hasMessageContaining("by another version of the program");
        Files.writeString(finished(other), "my notes\n");
        assertThatThrownBy(() -> measure(new Walks(), other, 1, NEVER)).isInstanceOf(BadInput.class).hasMessageContaining("not this program's");
    }

    @Test
    void anUnfinishedRunIsKnownByItsFolder() throws IOException {
        Path run = fresh();
        ReproductionRun walks = ReproductionRun.of(new Walks(), Scope.DEFAULT);
        assertThat(walks.isUnfinishedIn(run)).as("nothing there").isFalse();
        measure(new Walks(), run, 1, after(500));
        assertThat(walks.isUnfinishedIn(run)).isTrue();
        assertThat(ReproductionRun.of(new Walks(), Scope.FULL).isUnfinishedIn(run)).as("of another scope").isFalse();
        assertThat(walks.isUnfinishedIn(undisturbed)).as("finished").isFalse();
    }

    @Test
    void aSecondRunInTheSameFolderIsRefused() throws Exception {
        Path run = fresh();
        CountDownLatch measuring = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        Thread first = Thread.ofPlatform().start(() -> measure(new Walks((configuration, seed, step) -> {
            measuring.countDown();
            await(tried);
        }), run, 1, NEVER));
        measuring.await();
        assertThatThrownBy(() -> measure(new Walks(), run, 1, NEVER)).isInstanceOf(BadInput.class).hasMessageContaining("another process");
        tried.countDown();
        first.join();
        assertAsUndisturbed(run);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void aFailingPointFailsTheRunAndTheOthersAreKept() throws IOException {
        Path run = fresh();
        assertThatThrownBy(() -> measure(new Walks((configuration, seed, step) -> {
                    if (configuration.equals("plain walk") && seed == 2) {
                        throw new IllegalStateException("fell into a hole");
                    }
                }), run, 2, NEVER))
                .isInstanceOf(PointFailure.class)
                .hasMessageContainingAll("'plain walk' with seed 2", "finished points are kept", "fell into a hole");
        assertThat(Files.readAllLines(finished(run)).size()).isGreaterThan(5);
        measure(new Walks(), run, 1, NEVER);
        assertAsUndisturbed(run);
    }

    @Test
    void progressGoesFromNothingToTheWholeWorkAndNamesWhatIsMeasured() throws IOException {
        List<Standing> told = new ArrayList<>();
        ReproductionRun.of(new Walks(), Scope.DEFAULT).execute(fresh(), 3, told::add, NEVER);
        double whole = 3.0 * Walks.CONFIGURATIONS.stream().mapToInt(String::length).sum();
        assertThat(told.getFirst().doneCoreSeconds()).isZero();
        assertThat(told.getLast().doneCoreSeconds()).isEqualTo(whole);
        assertThat(told).isSortedAccordingTo(java.util.Comparator.comparingDouble(Standing::doneCoreSeconds))
                .allSatisfy(standing -> assertThat(standing.coreSeconds()).isEqualTo(whole))
                .anySatisfy(standing -> assertThat(standing.running()).isNotEmpty());
        assertThat(told.getLast().finished()).isEqualTo(9);
        assertThat(told.stream().flatMap(standing -> standing.running().stream()).findFirst().orElseThrow().configuration())
                .as("the longest first").isEqualTo("walk, \"quoted\" name");
    }

    @Test
    void progressOfAResumedRunBeginsWhereTheLastOneEnded() throws IOException {
        Path run = fresh();
        List<Standing> before = new ArrayList<>();
        ReproductionRun.of(new Walks(), Scope.DEFAULT, Duration.ZERO).execute(run, 1, before::add, after(500));
        List<Standing> after = new ArrayList<>();
        ReproductionRun.of(new Walks(), Scope.DEFAULT, Duration.ZERO).execute(run, 1, after::add, NEVER);
        assertThat(after.getFirst().doneCoreSeconds()).isGreaterThanOrEqualTo(before.getLast().doneCoreSeconds());
    }

    @Test
    void whatTheScopeLacksIsBadInput() {
        Walks needy = new Walks() {
            @Override
            public List<columna.experiments.reproduce.Point> points(Scope scope) {
                throw new IllegalArgumentException("found no data folder; allowed: --data with the folder of the walks");
            }

            @Override
            public Findings findings(columna.experiments.reproduce.Measurements measurements) {
                throw new AssertionError("nothing was measured");
            }
        };
        assertThatThrownBy(() -> ReproductionRun.of(needy, Scope.DEFAULT)).isInstanceOf(BadInput.class)
                .hasMessage("walks: found no data folder; allowed: --data with the folder of the walks");
        assertThat(Estimate.of(needy, Scope.DEFAULT)).isEqualTo("with --data");
    }
}
