package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Measurements;
import columna.reference.task.CopyData;
import columna.reference.task.CopyTask;
import columna.reference.task.Sets;

/** How large the copy task and its networks are. */
enum CopySize {
    /** The paper's: 48 time steps, 20,000 sequences, 25 epochs. */
    PAPER("", CopyTask.PAPER, 1, 20_000, 1000, 25),
    /** A task that networks of a quarter of the units and a quarter of the width learn in minutes. */
    REDUCED("reduced, ", new CopyTask(10, 4, 4), 4, 6000, 200, 15);

    private static final int BATCH = 50;

    private final String words;
    private final CopyTask task;
    private final int divisor;
    private final int training;
    private final int validation;
    private final int epochs;

    CopySize(String words, CopyTask task, int divisor, int training, int validation, int epochs) {
        this.words = words;
        this.task = task;
        this.divisor = divisor;
        this.training = training;
        this.validation = validation;
        this.epochs = epochs;
    }

    /** The size that was run; the paper's if nothing was measured yet. */
    static CopySize of(Measurements measurements) {
        return measurements.byConfiguration().keySet().stream().anyMatch(name -> name.contains(REDUCED.words)) ? REDUCED : PAPER;
    }

    /** What a configuration's name says of it, before the learning rate. */
    String words() {
        return words;
    }

    CopyTask task() {
        return task;
    }

    /** A number of units or a width of the paper, at this size. */
    int scaled(int paper) {
        return paper / divisor;
    }

    int epochs() {
        return epochs;
    }

    int batch() {
        return BATCH;
    }

    int sequences() {
        return training;
    }

    /** The data of a seed. */
    Sets sets(long seed) {
        return new CopyData(task, seed).sets(training, validation, validation);
    }
}
