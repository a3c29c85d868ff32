package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Cell;
import columna.reference.network.NetworkSpec.Head;
import columna.reference.task.listops.Alphabet;
import columna.reference.task.listops.ListOpsTask;
import columna.reference.task.recorded.Cifar10;
import columna.reference.task.recorded.Imdb;

/** A task of long sequences, each with one label, and how the authors trained on it. */
enum LongTask {
    SCIFAR("sequential CIFAR-10", Cifar10.CHANNELS, Cifar10.CLASSES, 128, 256, 100, 0.1, 180, 18),
    IMDB("IMDB", Imdb.WIDTH, Imdb.CLASSES, 64, 64, 32, 0.1, 35, 0),
    LISTOPS("ListOps", Alphabet.WIDTH, ListOpsTask.CLASSES, 128, 256, 32, 0, 40, 4);

    private static final int LAYERS = 4;
    private static final int REDUCTION = 4;
    private static final int REDUCED_EPOCHS = 12;

    private final String words;
    private final int inputs;
    private final int classes;
    private final int units;
    private final int width;
    private final int batch;
    private final double dropout;
    private final int epochs;
    private final int warmupEpochs;

    LongTask(String words, int inputs, int classes, int units, int width, int batch, double dropout, int epochs, int warmupEpochs) {
        this.words = words;
        this.inputs = inputs;
        this.classes = classes;
        this.units = units;
        this.width = width;
        this.batch = batch;
        this.dropout = dropout;
        this.epochs = epochs;
        this.warmupEpochs = warmupEpochs;
    }

    /** Its name in reports. */
    String words() {
        return words;
    }

    /** LRU layers under a running mean; a quarter of the units and of the width when reduced. */
    NetworkSpec network(boolean full) {
        return network(Cell.LRU, width, full);
    }

    /** As {@link #network(boolean)}, of another cell and width. */
    NetworkSpec network(Cell cell, int paperWidth, boolean full) {
        int divisor = full ? 1 : REDUCTION;
        return NetworkSpec.paper(cell, LAYERS, units / divisor, paperWidth / divisor, inputs, 1).withOutputs(1, classes).with(new Head.RunningMean());
    }

    int batch() {
        return batch;
    }

    double dropout() {
        return dropout;
    }

    int epochs(boolean full) {
        return full ? epochs : REDUCED_EPOCHS;
    }

    int warmupEpochs(boolean full) {
        return full ? warmupEpochs : Math.min(1, warmupEpochs);
    }
}
