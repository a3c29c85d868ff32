package columna.experiments.numerics;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipParameters;
import columna.fixedpoint.Format;
import columna.reference.learning.Observer;
import columna.reference.network.Parameters;
import columna.sim.function.Cells;
import columna.sim.function.FunctionalChip;
import columna.sim.program.Phase;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares one observed sequence of the chip with a recorded pass of the reference. Signals are compared until parameters
 * first change; gradients are read from each core just before its update.
 */
final class SequenceComparison {

    private static final Pattern PLACE = Pattern.compile("layer\\[(\\d+)]\\.(?:mixing|recurrent\\[(\\d+)])");

    private final ChipDesign design;
    private final ChipParameters parameters;
    private final RecordedPass reference;
    private final long sequence;
    private final double errorFactor;
    private final Map<String, NoiseSum> sums;
    private final Parameters gradient;
    private final Set<Integer> updated = new HashSet<>();
    private final int[] layers;
    private final int[] firstUnits;

    /**
     * @param sequence how many sequences had been learned from before
     * @param errorFactor what the chip's errors are multiplied by, against the reference's
     * @param gradient receives the chip's gradient, divided by that factor
     */
    SequenceComparison(
            ChipDesign design,
            ChipParameters parameters,
            RecordedPass reference,
            long sequence,
            double errorFactor,
            Map<String, NoiseSum> sums,
            Parameters gradient) {
        this.design = design;
        this.parameters = parameters;
        this.reference = reference;
        this.sequence = sequence;
        this.errorFactor = errorFactor;
        this.sums = sums;
        this.gradient = gradient;
        int cores = design.chip().cores().size();
        this.layers = new int[cores];
        this.firstUnits = new int[cores];
        for (int core = 0; core < cores; core++) {
            Matcher place = PLACE.matcher(design.chip().cores().get(core).name());
            if (place.matches()) {
                layers[core] = Integer.parseInt(place.group(1));
                firstUnits[core] =
                        place.group(2) == null ? 0 : design.layout().firstUnitOf(Integer.parseInt(place.group(2)));
            }
        }
    }

    FunctionalChip.Probe at(int timeStep) {
        return (core, phase, cells) -> written(timeStep, core, phase, cells);
    }

    private void written(int timeStep, int core, Phase phase, Cells cells) {
        if (phase == Phase.UPDATE && updated.add(core)) {
            readGradient(core);
        }
        Correspondence pair = Correspondence.byMemory().get(cells.memory().name());
        if (pair != null && pair.phase() == phase && !updated.contains(core)) {
            compare(pair, timeStep, core, cells);
        }
    }

    /** Reads the gradients of the cores that have not been updated in this sequence. */
    void finish() {
        for (int core = 0; core < layers.length; core++) {
            if (!updated.contains(core)) {
                readGradient(core);
            }
        }
        gradient.scale(1 / errorFactor);
    }

    private void readGradient(int core) {
        parameters.readGradients(gradient, index -> index == core);
    }

    private void compare(Correspondence pair, int timeStep, int core, Cells cells) {
        int layer =
                switch (pair.level()) {
                    case OWN_LAYER -> layers[core];
                    case FIRST_LAYER -> 0;
                    case LAST_LAYER -> design.layout().shape().layers() - 1;
                    case NETWORK -> Observer.NETWORK;
                };
        NoiseSum sum = sums.computeIfAbsent(pair.memory(), name -> new NoiseSum());
        sum.at(new TimeStepErrors.Place(sequence, timeStep));
        double factor = pair.error() ? errorFactor : 1;
        // A matrix of units has a row for each; a vector runs along units or the width.
        boolean ofUnits = !cells.memory().axes().isEmpty() && cells.memory().axes().getFirst().name().equals("n");
        boolean matrix = cells.memory().axes().size() == 2 && ofUnits;
        int rows = matrix ? cells.memory().rows() : 1;
        for (int row = 0; row < rows; row++) {
            int referenceRow = matrix ? firstUnits[core] + row : 0;
            int offset = !matrix && ofUnits ? firstUnits[core] : 0;
            int chipRow = row;
            reference
                    .row(new Observer.At(pair.signal(), layer, timeStep, referenceRow))
                    .ifPresent(exact -> compareRow(pair, exact, cells, chipRow, offset, factor, sum));
        }
    }

    private static void compareRow(
            Correspondence pair, RecordedPass.Row exact, Cells cells, int row, int offset, double factor, NoiseSum sum) {
        Format format = cells.memory().format();
        int columns = cells.memory().columns();
        int elements = cells.memory().axes().size() == 2 && !cells.memory().axes().getFirst().name().equals("n")
                ? Math.toIntExact(cells.memory().elements())
                : columns;
        for (int i = 0; i < elements; i++) {
            int chipRow = row + i / columns;
            sum.add(factor * exact.real()[offset + i], format.toDouble(cells.word(chipRow, i % columns, false)));
            if (cells.memory().complex()) {
                double imaginary = factor * exact.imaginary()[offset + i] * (pair.conjugated() ? -1 : 1);
                sum.add(imaginary, format.toDouble(cells.word(chipRow, i % columns, true)));
            }
        }
    }
}
