package columna.reference.golden;

import static org.assertj.core.api.Assertions.assertThat;

import columna.reference.learning.Learner;
import columna.reference.learning.LearningRule;
import columna.reference.learning.Score;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.optimisation.Optimiser;
import columna.reference.optimisation.OptimiserSpec;
import columna.reference.optimisation.Schedule;
import columna.reference.optimisation.UpdateRule;
import columna.reference.task.CopyTask;
import columna.reference.task.Sequence;
import columna.reference.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Hundreds of updates in a row agree with PyTorch; a relative change of 1e-15 in the first parameters moves these numbers by 2e-12 at most. */
class TrajectoryGoldenTest {

    static Stream<GoldenFile> bySequence() {
        return byUpdate("seq");
    }

    static Stream<GoldenFile> byStep() {
        return byUpdate("step");
    }

    private static Stream<GoldenFile> byUpdate(String update) {
        return GoldenFolder.ofKind("lru_traj").stream().filter(file -> file.root().get("config").get("update").asString().equals(update));
    }

    @Test
    void everyTrajectoryIsOfAKnownKind() {
        assertThat(bySequence().count() + byStep().count()).isEqualTo(GoldenFolder.ofKind("lru_traj").size());
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("bySequence")
    void updatesAfterEverySequence(GoldenFile file) {
        JsonNode root = file.root();
        List<Sequence> sequences = sequences(file);
        int checked = 0;
        try (Trainer trainer = new Trainer(file.spec(), file.parameters(), LearningRule.ONLINE, optimiser(file, sequences.size()), 1)) {
            for (int k = 0; k < sequences.size(); k++) {
                String where = file.name() + " update " + k;
                Expected.near(where + " lr", trainer.optimiser().rate(), root.get("lr").get(k).asDouble());
                Trainer.Gradient gradient = trainer.gradient(List.of(sequences.get(k)));
                Expected.near(where + " norm", gradient.mean().norm(), root.get("grad_norm").get(k).asDouble());
                Score score = trainer.step(List.of(sequences.get(k)));
                Expected.near(where + " loss", score.loss(), root.get("loss_curve").get(k).asDouble());
                checked += checkSnapshot(file, "after_" + (k + 1), trainer.parameters());
            }
        }
        assertThat(checked).as("arrays of snapshots").isEqualTo(root.get("snapshots").size()).isPositive();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("byStep")
    void updatesAfterEveryMaskedTimeStep(GoldenFile file) {
        List<Sequence> sequences = sequences(file);
        List<Double> losses = new ArrayList<>();
        int checked = 0;
        try (Trainer trainer = new Trainer(file.spec(), file.parameters(), LearningRule.ONLINE, optimiser(file, sequences.size()), 1)) {
            for (Sequence sequence : sequences) {
                for (double loss : trainer.stepByStep(sequence)) {
                    losses.add(loss);
                }
            }
            checked += checkFirstUpdate(file, sequences.getFirst(), optimiser(file, sequences.size()));
            checked += checkSnapshot(file, "after_all", trainer.parameters());
            assertThat(trainer.optimiser().updates()).isEqualTo(file.root().get("n_updates").asLong());
        }
        assertThat(checked).as("arrays of snapshots").isEqualTo(file.root().get("snapshots").size()).isPositive();
        double[][] expected = GoldenFile.rows(file.root().get("step_losses"));
        Expected.near(file.name() + " step losses", losses.stream().mapToDouble(Double::doubleValue).toArray(), flat(expected));
    }

    /** The snapshot after the first update of all, which is inside the first sequence. */
    private static int checkFirstUpdate(GoldenFile file, Sequence sequence, OptimiserSpec spec) {
        Parameters parameters = file.parameters();
        Learner learner = new Learner(file.spec(), parameters, LearningRule.ONLINE);
        learner.begin(sequence);
        int t = 0;
        for (learner.advance(t); sequence.mask()[t] == 0; learner.advance(t)) {
            t++;
        }
        new Optimiser(spec, parameters).update(learner.gradient());
        return checkSnapshot(file, "after_1", parameters);
    }

    private static double[] flat(double[][] rows) {
        return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static int checkSnapshot(GoldenFile file, String when, Parameters parameters) {
        int checked = 0;
        for (ParameterShape shape : parameters.shapes()) {
            JsonNode expected = file.root().get("snapshots").path(when + "/" + shape.name());
            if (!expected.isMissingNode()) {
                Expected.near(file.name() + " " + when + " " + shape.name(), parameters.matrix(shape.name()), GoldenFile.rows(expected));
                checked++;
            }
        }
        return checked;
    }

    private static List<Sequence> sequences(GoldenFile file) {
        int length = file.integer("copy_len");
        CopyTask task = new CopyTask(length, file.integer("d_out"), file.integer("T") - 2 * length - 1);
        List<Sequence> sequences = new ArrayList<>();
        for (JsonNode pattern : file.root().get("data").get("patterns")) {
            sequences.add(task.sequence(GoldenFile.rows(pattern)));
        }
        return sequences;
    }

    private static OptimiserSpec optimiser(GoldenFile file, int updates) {
        JsonNode optimiser = file.root().get("optimizer");
        double rate = optimiser.get("lr").asDouble();
        UpdateRule rule = switch (optimiser.get("kind").asString()) {
            case "sgd" -> new UpdateRule.Sgd();
            case "adamw" -> UpdateRule.Adam.withDecay(optimiser.get("weight_decay").asDouble());
            default -> throw new IllegalArgumentException(file.name() + ": optimizer " + optimiser.get("kind"));
        };
        Schedule schedule = switch (optimiser.get("schedule").asString()) {
            case "constant" -> new Schedule.Constant(rate);
            case "warmup_cosine" -> new Schedule.WarmupCosine(rate, optimiser.get("lr_min").asDouble(), optimiser.get("warmup").asLong(), updates);
            default -> throw new IllegalArgumentException(file.name() + ": schedule " + optimiser.get("schedule"));
        };
        return new OptimiserSpec(rule, schedule, optimiser.get("rec_lr_factor").asDouble());
    }
}
