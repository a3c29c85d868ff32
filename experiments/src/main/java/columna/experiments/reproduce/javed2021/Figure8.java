package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Reproduction;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figure 8: as figure 4 with three rates of the read-out's LMS. */
final class Figure8 {

    private static final Network FAST = Network.feedForward(0.1);
    private static final Network MIDDLE = Figure4.NETWORK;
    private static final Network SLOW = Network.feedForward(0.001);

    private static final List<Double> SPARSITIES = List.of(0.0, 10.0, 100.0);
    private static final List<Estimate> ALL = Stream.concat(Stream.of(Estimate.MASTER_USER),
            Stream.concat(IntStream.of(1, 5, 10, 40).mapToObj(Estimate::chunked), Stream.of(Estimate.sliding(40)))).toList();

    private static final List<Calibration> CALIBRATIONS = List.of(
            Calibration.of(FAST, Calibration.Quantity.ALIGNMENT, 8, """
                    s   | Master-User | T-BPTT 1 | T-BPTT 40 chunked | T-BPTT 40 sliding
                    0   | 99.3 | 70.0 | 82.2 | 93
                    10  | 91.7 | 69.6 | 81.1 | 93
                    100 | 76.5 | 71.2 | 82.8 | 93"""),
            Figure4.ALIGNMENT,
            Calibration.of(SLOW, Calibration.Quantity.ALIGNMENT, 8, """
                    s   | Master-User | T-BPTT 1 | T-BPTT 40 chunked
                    0   | 100  | 97.3 | 98.5
                    10  | 91.4 | 97.6 | 98.6
                    100 | 75.7 | 97.5 | 98.4"""));

    private Figure8() {}

    static Reproduction reproduction() {
        List<Setting> settings = CALIBRATIONS.stream().map(Calibration::network).flatMap(network -> SPARSITIES.stream().map(network::at)).toList();
        return new AlignmentFigure(8, "The read-out's rate and the alignment with the meta-gradient", settings, ALL, 0.06, List.of(
                "The network of eq. 22 has no state inputs; the authors' code keeps the masked ones.",
                "The calibration gives one number, 93, for sliding windows of 40 at rate 0.1; it is taken for all three sparsities.",
                "A second program for the same specification, with random numbers of its own, gave at rate 0.1 without lateral weights over 60 networks: Master-User 99.6 %, T-BPTT 1 75.4 %, 40 chunked 87.9 %, 40 sliding 95.8 %; the calibration's numbers are of 8.",
                "Good is taken as at least 95 % aligned, bad as at least 10 percentage points below Master-User without lateral weights, independent as within 2 points over the three rates."),
                Figure8::findings);
    }

    private static Findings findings(Measurements measurements) {
        List<Comparison> comparisons = CALIBRATIONS.stream()
                .flatMap(calibration -> calibration.comparisons(measurements, ALL, SPARSITIES).stream()).toList();
        List<Plot> plots = CALIBRATIONS.stream().map(Calibration::network).map(network -> new Curves(measurements, network, SPARSITIES)
                .plot("alignment-rate-" + String.valueOf(network.rate()).replace("0.", ""), Calibration.Quantity.ALIGNMENT, ALL)).toList();
        return new Findings(comparisons, List.of(fast(measurements), slow(measurements), independent(measurements)), plots);
    }

    private static Claim fast(Measurements measurements) {
        Evidence evidence = new Evidence(measurements);
        double truncated = evidence.alignment(FAST.at(0), Estimate.chunked(40));
        double estimate = evidence.alignment(FAST.at(0), Estimate.MASTER_USER);
        return evidence.claim("With a large rate even T-BPTT 40 is bad.", truncated < estimate - 10);
    }

    private static Claim slow(Measurements measurements) {
        Evidence evidence = new Evidence(measurements);
        return evidence.claim("With a small rate even T-BPTT 1 is good.", evidence.alignment(SLOW.at(0), Estimate.chunked(1)) >= 95);
    }

    private static Claim independent(Measurements measurements) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (double percent : SPARSITIES) {
            double[] alignments = Stream.of(FAST, MIDDLE, SLOW)
                    .mapToDouble(network -> evidence.alignment(network.at(percent), Estimate.MASTER_USER)).toArray();
            holds &= DoubleStream.of(alignments).max().orElseThrow() - DoubleStream.of(alignments).min().orElseThrow() <= 2;
        }
        return evidence.claim("Master-User does not depend on the rate.", holds);
    }
}
