package columna.experiments.reproduce.javed2021;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which error serves for a printed number. The sample 1, 3 has mean 2, deviation sqrt 2 and standard error 1. */
class CalibrationTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final Sample SAMPLE = new Sample(List.of(1.0, 3.0));

    @Test
    void numbersAsPrinted() {
        assertThat(Printed.of(" 98.3±.3 ").value()).isEqualTo(98.3);
        assertThat(Printed.of(" 98.3±.3 ").error()).hasValue(0.3);
        assertThat(Printed.of("98.3±.3").rounding()).isEqualTo(0.05, ROUNDING);
        assertThat(Printed.of(".00015").error()).isEmpty();
        assertThat(Printed.of(".00015").rounding()).isEqualTo(5e-6, ROUNDING);
        assertThat(Printed.of("93").rounding()).isEqualTo(0.5, ROUNDING);
    }

    @Test
    void aConfigurationSaysEverythingThatChangesItsNumbers() {
        assertThat(Network.feedForward(1e-4).at(10).configuration()).isEqualTo("eq. 22, PyTorch initialisation, LMS rate 0.0001, s = 10 %");
        assertThat(Network.RECURRENT.at(0).configuration()).isEqualTo("eq. 10, PyTorch initialisation, s = 0 %");
    }

    private static double reach(Criterion criterion) {
        Criterion.Between between = (Criterion.Between) criterion;
        return (between.high() - between.low()) / 2;
    }

    @Test
    void bothErrorsAndTheRoundingAreAllowed() {
        assertThat(reach(Printed.of("2.0").within(2, SAMPLE, ""))).isEqualTo(3 * Math.sqrt(5) + 0.05, ROUNDING);
        assertThat(reach(Printed.of("2").withinOurSpread(8, SAMPLE))).isEqualTo(3 * Math.sqrt(2.0 / 8 + 1) + 0.5, ROUNDING);
        assertThat(Printed.of("2").withinOurSpread(8, new Sample(List.of(1.0)))).isEqualTo(new Criterion.Open());
    }

    @Test
    void theNearestRowOfTheColumnLendsItsError() {
        Network network = Network.RECURRENT;
        Calibration table = Calibration.of(network, Calibration.Quantity.ALIGNMENT, 12, """
                s   | Master-User | T-BPTT 1
                0   | 2.0±.1      | 2.0
                100 | 2.0         | 2.0
                200 | 2.0±.5      |""");
        Map<String, TreeMap<Long, Measurement>> all = new TreeMap<>();
        for (double percent : List.of(0.0, 100.0, 200.0)) {
            all.put(network.at(percent).configuration(), new TreeMap<>(Map.of(1L, of(1), 2L, of(3))));
        }
        List<Comparison> comparisons = table.comparisons(new Measurements(all), List.of(Estimate.MASTER_USER, Estimate.chunked(1)), List.of(0.0, 100.0, 200.0));
        assertThat(comparisons).extracting(comparison -> comparison.criterion().words()).containsExactly("within 3 standard errors",
                "within 3 standard errors; the calibration's is not given, that of s = 0 % serves (0.1)", "within 3 standard errors",
                "within 3 standard errors; the calibration's is not given, our deviation over the root of its 12 networks serves",
                "within 3 standard errors; the calibration's is not given, our deviation over the root of its 12 networks serves", "none");
        assertThat(reach(comparisons.get(1).criterion())).isEqualTo(3 * Math.hypot(0.1, 1) + 0.05, ROUNDING);
        assertThat(reach(comparisons.get(2).criterion())).isEqualTo(3 * Math.hypot(0.5, 1) + 0.05, ROUNDING);
    }

    private static Measurement of(double value) {
        return Measurement.of(Map.of(Estimate.MASTER_USER.alignment(), value, Estimate.chunked(1).alignment(), value));
    }
}
