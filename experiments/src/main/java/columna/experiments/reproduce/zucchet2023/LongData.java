package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Scope;
import columna.reference.task.Sequence;
import columna.reference.task.SequenceList;
import columna.reference.task.Sets;
import columna.reference.task.listops.ListOpsData;
import columna.reference.task.listops.ListOpsFiles;
import columna.reference.task.listops.ListOpsTask;
import columna.reference.task.recorded.Cifar10;
import columna.reference.task.recorded.Imdb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the sequences of a task come from.
 *
 * @param task which
 * @param full the paper's size instead of a reduced one
 * @param folder with the public files; empty if the sequences are drawn
 */
record LongData(LongTask task, boolean full, Optional<Path> folder) {

    /** The seed of drawn expressions and of the split of CIFAR-10: all points learn from the same data, as in the paper. */
    private static final long SEED = 1;

    /** Expressions short enough for a run of minutes. */
    private static final ListOpsTask REDUCED_LISTOPS = new ListOpsTask(4, 5, 8, 40);

    private static final int REDUCED_TRAINING = 8000;
    private static final int REDUCED_VALIDATION = 2000;

    /** What is there to learn from: ListOps always, the recorded tasks if the named folder holds them. */
    static List<LongData> in(Scope scope) {
        List<LongData> found = new ArrayList<>();
        for (LongTask task : LongTask.values()) {
            Optional<Path> folder = scope.data().flatMap(data -> folder(task, data));
            if (folder.isPresent() || task == LongTask.LISTOPS) {
                found.add(new LongData(task, scope.full(), folder));
            }
        }
        if (scope.data().isPresent() && found.stream().allMatch(data -> data.folder().isEmpty())) {
            throw new IllegalArgumentException("found none of the public data sets in " + scope.data().get() + "; allowed is a folder with"
                    + " data_batch_1.bin to data_batch_5.bin and test_batch.bin (CIFAR-10), train/pos, train/neg, test/pos and test/neg (IMDB), or"
                    + " basic_train.tsv, basic_val.tsv and basic_test.tsv (ListOps), or one that holds cifar-10-batches-bin, aclImdb or listops-1000");
        }
        return found;
    }

    private static Optional<Path> folder(LongTask task, Path data) {
        String usual = switch (task) {
            case SCIFAR -> "cifar-10-batches-bin";
            case IMDB -> "aclImdb";
            case LISTOPS -> "listops-1000";
        };
        String sign = switch (task) {
            case SCIFAR -> "data_batch_1.bin";
            case IMDB -> "train/pos";
            case LISTOPS -> "basic_train.tsv";
        };
        return List.of(data, data.resolve(usual)).stream().filter(folder -> Files.exists(folder.resolve(sign))).findFirst();
    }

    /** Reads or draws the sequences. */
    Sets sets() throws IOException {
        Sets all = switch (task) {
            case SCIFAR -> Cifar10.read(folder.orElseThrow(), SEED);
            case IMDB -> Imdb.read(folder.orElseThrow());
            case LISTOPS -> listOps();
        };
        return full ? all : new Sets(spread(all.training(), REDUCED_TRAINING), spread(all.validation(), REDUCED_VALIDATION), spread(all.test(), REDUCED_VALIDATION));
    }

    private Sets listOps() throws IOException {
        if (folder.isPresent()) {
            return ListOpsFiles.read(folder.get()).sets(ListOpsTask.PAPER_STEPS);
        }
        return full ? new ListOpsData(ListOpsTask.PAPER, SEED).draw(96_000, 2000, 2000).sets(ListOpsTask.PAPER_STEPS)
                : new ListOpsData(REDUCED_LISTOPS, SEED).draw(REDUCED_TRAINING, REDUCED_VALIDATION, REDUCED_VALIDATION).sets(ListOpsTask.PAPER_STEPS);
    }

    /** About so many sequences at equal distances, so that sorted labels stay balanced. */
    private static List<Sequence> spread(List<Sequence> all, int most) {
        int count = Math.min(most, all.size());
        return new SequenceList(count, i -> all.get((int) ((long) i * all.size() / count)));
    }

    /** The training sequences without reading them, where that is known: for the estimate of time. */
    int sequences() {
        if (!full) {
            return REDUCED_TRAINING;
        }
        return switch (task) {
            case SCIFAR -> 49_500;
            case IMDB -> 25_000;
            case LISTOPS -> 96_000;
        };
    }

    /** The time steps of a sequence, about, for the estimate of time. */
    int steps() {
        return switch (task) {
            case SCIFAR -> Cifar10.STEPS;
            case IMDB -> 1300;
            case LISTOPS -> full || folder.isPresent() ? 1064 : 30;
        };
    }

    /** What a configuration's name says of it. */
    String words() {
        return new Form(task, full, folder.isPresent()).words();
    }

    /** What a configuration's name says of the data of a task. */
    record Form(LongTask task, boolean full, boolean recorded) {

        /** The form that was run; the paper's size if nothing was measured yet. */
        static Form of(LongTask task, Measurements measurements) {
            return Stream.of(new Form(task, true, true), new Form(task, false, true), new Form(task, false, false))
                    .filter(form -> measurements.byConfiguration().keySet().stream().anyMatch(name -> name.startsWith(form.words() + ",")))
                    .findFirst().orElse(new Form(task, true, task != LongTask.LISTOPS));
        }

        String words() {
            return (full ? "" : "reduced ") + task.words() + (task == LongTask.LISTOPS && recorded ? " from files" : "");
        }
    }
}
