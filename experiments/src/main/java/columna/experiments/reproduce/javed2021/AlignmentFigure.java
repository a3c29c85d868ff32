package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A figure of alignments and errors of estimates over sparsities.
 *
 * @param number the figure's number in the paper
 * @param title what is measured
 * @param settings the networks and sparsities
 * @param estimates compared in each setting
 * @param coreSeconds for one seed of one setting
 * @param ownAssumptions besides those of all figures
 * @param reading what the measured numbers say
 */
record AlignmentFigure(int number, String title, List<Setting> settings, List<Estimate> estimates, double coreSeconds,
        List<String> ownAssumptions, Function<Measurements, Findings> reading) implements Reproduction {

    /** Seeds of the default size. */
    private static final int FEW_SEEDS = 20;

    /** Seeds of the paper. */
    private static final int SEEDS = 100;

    private static final List<String> COMMON_ASSUMPTIONS = List.of(
            "The paper prints curves without numbers: what is compared are the calibration's numbers, 12 or fewer independent networks of the same specification.",
            "Weights and biases are drawn as by PyTorch's linear layer, which the authors' code uses, uniform within 1/sqrt(inputs); the paper names Xavier.",
            "The read-out weights are left out of the alignment, as in the calibration.");

    @Override
    public String name() {
        return "javed2021-figure" + number;
    }

    @Override
    public String source() {
        return "Javed, White and Sutton 2021, figure " + number;
    }

    @Override
    public String shortened() {
        return FEW_SEEDS + " seeds instead of " + SEEDS + ", everything else as in the full size.";
    }

    @Override
    public List<String> assumptions() {
        return Stream.concat(COMMON_ASSUMPTIONS.stream(), ownAssumptions.stream()).toList();
    }

    @Override
    public List<Point> points(Scope scope) {
        return LongStream.rangeClosed(1, scope.seeds(FEW_SEEDS, SEEDS)).boxed()
                .flatMap(seed -> settings.stream().map(setting -> point(setting, seed)))
                .toList();
    }

    private Point point(Setting setting, long seed) {
        return new Point(setting.configuration(), seed, coreSeconds, new AlignmentMeasuring(setting, estimates, seed));
    }

    @Override
    public Findings findings(Measurements measurements) {
        return reading.apply(measurements);
    }
}
