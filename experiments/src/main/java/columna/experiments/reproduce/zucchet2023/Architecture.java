package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.NetworkSpec;
import columna.reference.network.NetworkSpec.Activation;
import columna.reference.network.NetworkSpec.Cell;
import columna.reference.network.NetworkSpec.Head;
import java.util.List;

/** A column of table 1: a network of about 270,000 parameters at the paper's size (appendix, table 5). */
enum Architecture {
    LRU_4("LRU 4 layers", 4, 64, 128, 0.5, List.of(Rule.SPATIAL, Rule.TRUNCATED, Rule.ONLINE, Rule.BPTT)),
    RNN_4("linear RNN 4 layers", 4, 64, 146, 1, List.of(Rule.SPATIAL, Rule.TRUNCATED, Rule.SNAP1, Rule.SNAP1_AS_CODED, Rule.BPTT)),
    GRU_1("GRU 1 layer", 1, 134, 134, 1, List.of(Rule.SPATIAL, Rule.TRUNCATED, Rule.SNAP1, Rule.SNAP1_AS_CODED, Rule.BPTT)),
    GRU_4("GRU 4 layers", 4, 91, 91, 1, List.of(Rule.SPATIAL, Rule.TRUNCATED, Rule.SNAP1, Rule.SNAP1_AS_CODED, Rule.BPTT));

    /** The read-out layer of the GRU of one layer, which has no gated linear unit. */
    private static final int READOUT = 1072;

    private final String words;
    private final int layers;
    private final int units;
    private final int width;
    private final double recurrentRateFactor;
    private final List<Rule> rules;

    Architecture(String words, int layers, int units, int width, double recurrentRateFactor, List<Rule> rules) {
        this.words = words;
        this.layers = layers;
        this.units = units;
        this.width = width;
        this.recurrentRateFactor = recurrentRateFactor;
        this.rules = rules;
    }

    /** Its name in reports. */
    String words() {
        return words;
    }

    /** The rules that the paper's table has for it, in the order of its rows. */
    List<Rule> rules() {
        return rules;
    }

    /** The learning rate of recurrent parameters over that of the others, as in the authors' sweeps. */
    double recurrentRateFactor() {
        return recurrentRateFactor;
    }

    /** The network for a copy task. */
    NetworkSpec network(CopySize size) {
        return network(size, layers);
    }

    /** As {@link #network(CopySize)}, with another depth. */
    NetworkSpec network(CopySize size, int depth) {
        NetworkSpec deep = NetworkSpec.paper(cell(), depth, size.scaled(units), size.scaled(width), size.task().inputs(), size.task().bits());
        return this == GRU_1 ? deep.with(Activation.NONE).with(new Head.Readout(size.scaled(READOUT))) : deep;
    }

    private Cell cell() {
        return switch (this) {
            case LRU_4 -> Cell.LRU;
            case RNN_4 -> Cell.RNN;
            case GRU_1, GRU_4 -> Cell.GRU;
        };
    }
}
