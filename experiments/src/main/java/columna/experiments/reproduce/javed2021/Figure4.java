package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Reproduction;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figure 4: the meta-gradient through the read-out's LMS in isolation, on the network without recurrence. */
final class Figure4 {

    static final Network NETWORK = Network.feedForward(0.01);

    /** s in per cent. */
    static final List<Double> SPARSITIES = List.of(0.0, 1.0, 10.0, 100.0, 200.0, 1000.0);

    private static final List<Estimate> CHUNKED = IntStream.of(1, 5, 10, 40).mapToObj(Estimate::chunked).toList();
    private static final List<Estimate> SLIDING = IntStream.of(5, 10, 40).mapToObj(Estimate::sliding).toList();
    private static final List<Estimate> ALL = Stream.of(List.of(Estimate.MASTER_USER), CHUNKED, SLIDING).flatMap(List::stream).toList();

    static final Calibration ALIGNMENT = Calibration.of(NETWORK, Calibration.Quantity.ALIGNMENT, 12, """
            s    | Master-User | Master-User without meta-gradient | T-BPTT 1 | T-BPTT 5 chunked | T-BPTT 10 chunked | T-BPTT 10 sliding | T-BPTT 40 chunked | T-BPTT 40 sliding
            0    | 100.0    | 86.5±1.4 | 86.5 | 86.2 | 87.6 | 87.3 | 92.2±1.5 | 96.8±.9
            1    | 98.5±.3  | 85.7     | 86.4 | 86.1 | 87.5 | 87.2 | 92.0     | 96.7
            10   | 92.1±.4  | 82.6     | 86.9 | 86.5 | 87.9 | 87.8 | 92.2     | 97.0
            100  | 76.7±.3  | 71.3     | 86.7 | 86.5 | 88.0 | 88.1 | 92.3     | 96.9
            200  | 70.0±.2  | 65.9     | 85.9 | 85.7 | 87.2 | 87.4 | 91.5     | 96.5
            1000 | 62.7±.3  | 58.9     | 80.2 | 79.6 | 81.8 | 82.3 | 88.3     | 95.3""");

    static final Calibration ERROR = Calibration.of(NETWORK, Calibration.Quantity.ERROR, 12, """
            s    | Master-User | Master-User without meta-gradient
            0    | .00015 | .0176
            1    | .0016  | .0184
            10   | .0088  | .0234
            100  | .0426  | .0583
            200  | .0677  | .0878
            1000 | .183   | .280""");

    private Figure4() {}

    static Reproduction reproduction() {
        return new AlignmentFigure(4, "Alignment with the meta-gradient through the read-out's learning, without recurrence", SPARSITIES.stream().map(NETWORK::at).toList(),
                ALL, 0.08, List.of(
                        "The network of eq. 22 has no state inputs; the authors' code keeps the masked ones.",
                        "The read-out learns by LMS at every time step with rate 0.01; the gradient is carried back through all its updates.",
                        "A second program for the same specification, with random numbers of its own, gave at s = 1000 % over 60 networks: Master-User 62.6 %, T-BPTT 1 82.3 %, 5 chunked 82.8 %, 40 chunked 91.6 %, 40 sliding 96.8 %; the calibration's numbers are of 12."),
                Figure4::findings);
    }

    private static Findings findings(Measurements measurements) {
        List<Comparison> comparisons = Stream.concat(ALIGNMENT.comparisons(measurements, ALL, SPARSITIES).stream(),
                ERROR.comparisons(measurements, List.of(Estimate.MASTER_USER), SPARSITIES).stream()).toList();
        Curves curves = new Curves(measurements, NETWORK, SPARSITIES);
        return new Findings(comparisons, claims(measurements),
                Figure3.plots(curves, CHUNKED, Stream.concat(Stream.of(Estimate.chunked(1)), SLIDING.stream()).toList()));
    }

    private static List<Claim> claims(Measurements measurements) {
        return List.of(betterThan(measurements, Estimate.chunked(10)), betterThan(measurements, Estimate.sliding(10)),
                Figure3.hardlyAffected(measurements, NETWORK, CHUNKED));
    }

    /** Statement (iii). */
    private static Claim betterThan(Measurements measurements, Estimate truncated) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (double percent : SPARSITIES.stream().filter(s -> s <= 10).toList()) {
            holds &= evidence.alignment(NETWORK.at(percent), Estimate.MASTER_USER) > evidence.alignment(NETWORK.at(percent), truncated);
        }
        return evidence.claim("(iii) Master-User is better than " + truncated.name() + " for the meta-gradient up to s = 10 %.", holds);
    }
}
