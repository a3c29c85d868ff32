package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Reproduction;
import columna.reference.columnar.ColumnInitialisation;
import columna.reference.columnar.StateUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figure 3: the recurrent network with constant read-out, Master-User against windows of 1, 3, 5, 20 and 40 time steps. */
final class Figure3 {

    /** s in per cent. */
    static final List<Double> SPARSITIES = List.of(0.0, 1.0, 10.0, 50.0, 100.0, 200.0, 1000.0);

    static final List<Estimate> CHUNKED = IntStream.of(1, 3, 5, 20, 40).mapToObj(Estimate::chunked).toList();
    static final List<Estimate> SLIDING = IntStream.of(3, 5, 20, 40).mapToObj(Estimate::sliding).toList();
    static final List<Estimate> ALL = Stream.of(List.of(Estimate.MASTER_USER), CHUNKED, SLIDING).flatMap(List::stream).toList();

    private static final Network XAVIER = new Network(StateUpdate.ACCUMULATING, ColumnInitialisation.XAVIER, 0);
    private static final List<Double> XAVIER_SPARSITIES = List.of(0.0, 10.0, 100.0, 1000.0);
    private static final List<Estimate> OF_XAVIER = List.of(Estimate.MASTER_USER, Estimate.sliding(40));

    /** Sums of some hundred products of order 1 in another order differ by less. */
    private static final double ROUNDING = 1e-12;

    static final Calibration ALIGNMENT = Calibration.of(Network.RECURRENT, Calibration.Quantity.ALIGNMENT, 12, """
            s    | Master-User | T-BPTT 1 | T-BPTT 3 sliding | T-BPTT 5 sliding | T-BPTT 20 sliding | T-BPTT 20 chunked | T-BPTT 40 sliding | T-BPTT 40 chunked
            0    | 100.0±0     | 63.3±1.8 | 71.6 | 75.1 | 89.7±2.2 | 75.2±6.2 | 99.0±.2 | 79.2±7.5
            1    | 98.3±.3     | 63.2     | 71.7 | 75.1 | 89.7     | 75.3     | 99.0    | 79.2
            10   | 90.8±.5     | 63.2     | 71.7 | 75.1 | 89.6     | 75.2     | 99.0    | 79.0
            50   | 79.8±.6     | 62.9     | 70.9 | 74.2 | 88.5     | 74.4     | 98.7    | 79.0
            100  | 72.5±.7     | 62.0     | 69.4 | 72.6 | 86.9     | 73.6     | 98.3    | 78.3
            200  | 64.9±.6     | 60.9     | 67.6 | 70.5 | 84.7     | 72.2     | 97.5    | 77.6
            1000 | 54.9±.6     | 57.1     | 61.1 | 63.1 | 76.7     | 67.0     | 95.1    | 73.9""");

    private static final Calibration ERROR = Calibration.of(Network.RECURRENT, Calibration.Quantity.ERROR, 12, """
            s    | Master-User | T-BPTT 40 sliding
            0    |             | .085
            1    | .024        | .086
            10   | .18         | .094
            50   | .62         | .13
            100  | 1.06        | .18
            200  | 1.97        | .30
            1000 | 14.5        | 2.8""");

    private static final Calibration XAVIER_ALIGNMENT = Calibration.of(XAVIER, Calibration.Quantity.ALIGNMENT, 4, """
            s    | Master-User | T-BPTT 40 sliding
            0    | 100  | 96.8
            10   | 89.2 | 97.1
            100  | 70.7 | 93.3
            1000 | 54.8 | 92.6""");

    private Figure3() {}

    static Reproduction reproduction() {
        List<Setting> settings = Stream.concat(SPARSITIES.stream().map(Network.RECURRENT::at), XAVIER_SPARSITIES.stream().map(XAVIER::at)).toList();
        return new AlignmentFigure(3, "Alignment of Master-User and of truncated back-propagation with the gradient of recurrent columns",
                settings, ALL, 0.08, List.of(
                        "T-BPTT in the form of the surviving code, windows that follow one another (chunked), beside the form of the text, a window for each loss (sliding): which of the two the figure shows is not known.",
                        "Xavier initialisation is uniform within sqrt(6/(inputs + outputs)), biases 0; the paper does not say whether it is uniform or normal.",
                        "T-BPTT 40 sliding: the calibration's 12 networks spread by 0.7 percentage points, our 100 by 4.4, for a few are far below the rest and a dozen can lack them; by our deviation the two means are about one standard error apart.",
                        "Master-User at s = 1000 %: a second program for the same specification, with random numbers of its own, gave 56.5 % and an error of 8.5 over 60 networks, near our seeds; the calibration's 54.9 % and 14.5 are of 12."),
                Figure3::findings);
    }

    private static Findings findings(Measurements measurements) {
        List<Comparison> comparisons = new ArrayList<>(ALIGNMENT.comparisons(measurements, ALL, SPARSITIES));
        comparisons.add(new Comparison("Mean absolute error, " + Network.RECURRENT.words(), "Master-User, s = 0 %, but for rounding", "1",
                OptionalDouble.of(0), "the paper's statement that it is exact",
                measurements.sample(Network.RECURRENT.at(0).configuration(), Estimate.MASTER_USER.error()), new Criterion.AtMost(ROUNDING)));
        comparisons.addAll(ERROR.comparisons(measurements, List.of(Estimate.MASTER_USER), SPARSITIES.subList(1, SPARSITIES.size())));
        comparisons.addAll(ERROR.comparisons(measurements, List.of(Estimate.sliding(40)), SPARSITIES));
        comparisons.addAll(XAVIER_ALIGNMENT.comparisons(measurements, OF_XAVIER, XAVIER_SPARSITIES));
        return new Findings(comparisons, claims(measurements), plots(measurements));
    }

    private static List<Claim> claims(Measurements measurements) {
        return List.of(exact(measurements, Network.RECURRENT), worseThanMasterUser(measurements, Estimate.chunked(40), 10),
                worseThanMasterUser(measurements, Estimate.sliding(40), 0), hardlyAffected(measurements, ALIGNMENT.network(), CHUNKED));
    }

    /** Statement (i). */
    static Claim exact(Measurements measurements, Network network) {
        Evidence evidence = new Evidence(measurements);
        double alignment = evidence.alignment(network.at(0), Estimate.MASTER_USER);
        double error = evidence.error(network.at(0), Estimate.MASTER_USER);
        return evidence.claim("(i) Without lateral weights Master-User is exact.", alignment == 100 && error < ROUNDING);
    }

    /** Statement (ii). */
    private static Claim worseThanMasterUser(Measurements measurements, Estimate truncated, double largest) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (double percent : SPARSITIES.stream().filter(s -> s <= largest).toList()) {
            Setting setting = Network.RECURRENT.at(percent);
            holds &= evidence.alignment(setting, truncated) < evidence.alignment(setting, Estimate.MASTER_USER);
        }
        return evidence.claim("(ii) " + truncated.name() + " is worse than Master-User when there are few lateral weights, "
                + (largest == 0 ? "here none." : "here up to " + Setting.sparsity(largest) + "."), holds);
    }

    /** Statement (v). */
    static Claim hardlyAffected(Measurements measurements, Network network, List<Estimate> truncated) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (Estimate estimate : truncated) {
            holds &= Math.abs(evidence.alignment(network.at(100), estimate) - evidence.alignment(network.at(0), estimate)) < 5;
        }
        double fall = evidence.alignment(network.at(0), Estimate.MASTER_USER) - evidence.alignment(network.at(100), Estimate.MASTER_USER);
        return evidence.claim("(v) Sparsity hardly affects T-BPTT: from none to as many lateral as own weights the alignment of every window changes by less than 5 percentage points, that of Master-User by more than 20.",
                holds && fall > 20);
    }

    private static List<Plot> plots(Measurements measurements) {
        Curves curves = new Curves(measurements, Network.RECURRENT, SPARSITIES);
        return plots(curves, CHUNKED, Stream.concat(Stream.of(Estimate.chunked(1)), SLIDING.stream()).toList());
    }

    /** Master-User beside chunked and beside sliding windows. */
    static List<Plot> plots(Curves curves, List<Estimate> chunked, List<Estimate> sliding) {
        return List.of(curves.plot("alignment-chunked", Calibration.Quantity.ALIGNMENT, withMasterUser(chunked)),
                curves.plot("alignment-sliding", Calibration.Quantity.ALIGNMENT, withMasterUser(sliding)),
                curves.plot("error-chunked", Calibration.Quantity.ERROR, withMasterUser(chunked)),
                curves.plot("error-sliding", Calibration.Quantity.ERROR, withMasterUser(sliding)));
    }

    private static List<Estimate> withMasterUser(List<Estimate> truncated) {
        return Stream.concat(Stream.of(Estimate.MASTER_USER), truncated.stream()).toList();
    }
}
