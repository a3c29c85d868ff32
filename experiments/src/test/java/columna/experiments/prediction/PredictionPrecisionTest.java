package columna.experiments.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.numerics.NoiseSum;
import columna.experiments.numerics.PrecisionStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Law 5: at wide formats every signal of a core type follows exact arithmetic, 6.02 dB closer with every fraction bit. */
class PredictionPrecisionTest {

    private static final List<Integer> ADDED_BITS = List.of(-6, -4, -2, 0);

    /** Words of 28 to 31 bits, where accumulators allow, and tables to match. Weights of the read-out learn fast, so that errors flow. */
    private static final List<String> WIDE_LSTM = List.of(
            "system.stages=2", "system.stage_steps=1500", "system.initial_range=1", "learning.rate=0.01", "learning.output_rate_factor=20",
            "formats.default=fixed<28,6>", "formats.lstm.trace=fixed<28,6>", "formats.lstm.eligibility=fixed<28,8>",
            "formats.readout.eligibility=fixed<28,8>", "formats.readout.credit=fixed<28,6>", "formats.prediction=fixed<28,6>",
            "formats.feature.normal=fixed<28,7>", "formats.feature.scaling=fixed<28,7>", "formats.observation.scaling=fixed<28,7>",
            "formats.observation.normal=fixed<28,7>", "formats.heard=fixed<28,7>", "formats.lstm.w=fixed<28,4>", "formats.lstm.u=fixed<28,4>",
            "formats.lstm.b=fixed<28,4>", "formats.readout.w=fixed<28,4>", "formats.unity=fixed<28,2>", "formats.discount=fixed<28,1>",
            "formats.eligibility.decay=fixed<28,1>", "formats.rate=fixed<28,1>", "formats.error.scaled=fixed<30,1>",
            "formats.prediction.b=fixed<28,4>", "formats.prediction.eligibility=fixed<28,8>", "formats.observation.floor=fixed<28,1>",
            "formats.feature.floor=fixed<28,1>", "tables.tanh.entries=32768", "tables.sigmoid.entries=32768",
            "tables.reciprocal_square_root.entries=16384");

    @Test
    void lstmColumnsComeCloserBySixDecibelsPerBit() {
        sixDecibelsPerBit("ccn", WIDE_LSTM, 1900, 60);
    }

    private static final List<String> WIDE_DENSE = List.of(
            "learning.rate=0.05", "formats.default=fixed<28,4>", "formats.dense.w=fixed<28,2>", "formats.dense.u=fixed<28,3>",
            "formats.dense.b=fixed<28,3>", "formats.dense.trace=fixed<28,5>", "formats.dense.carried=fixed<28,5>", "formats.readout.w=fixed<28,3>",
            "formats.readout.b=fixed<28,3>", "formats.error.scaled=fixed<28,0>", "formats.unity=fixed<28,2>", "formats.rate=fixed<28,-2>",
            "formats.dense.identity=fixed<10,2>", "system.units=8", "tables.tanh.entries=32768", "tables.sigmoid.entries=32768",
            "stream.shift_at=300", "stream.steps=2000", "stream.scored_steps=100");

    @ParameterizedTest
    @CsvSource({"dense-snap1, 15", "dense-rtrl, 15", "sparse-rtrl, 22", "lstm-snap1, 40", "gru-snap1, 35"})
    void denseNetworksComeCloserBySixDecibelsPerBit(String name, int signals) {
        sixDecibelsPerBit(name, WIDE_DENSE, 600, signals);
    }

    @ParameterizedTest
    @CsvSource({"gru-snap1, rtrl, 35", "lstm-snap1, sparse-rtrl, 60", "gru-snap1, sparse-rtrl, 45"})
    void soDoGatedUnitsUnderOtherRules(String name, String rule, int signals) {
        sixDecibelsPerBit(name, Stream.concat(WIDE_DENSE.stream(), Stream.of("system.rule=" + rule)).toList(), 600, signals);
    }

    private static final List<String> WIDE_COLUMNS = List.of(
            "formats.default=fixed<28,4>", "formats.column.w1=fixed<28,3>", "formats.column.b1=fixed<28,3>", "formats.column.w2=fixed<28,3>",
            "formats.column.b2=fixed<28,3>", "formats.column.u=fixed<28,3>", "formats.column.ub=fixed<28,3>", "formats.column.r=fixed<28,3>",
            "formats.column.lateral=fixed<28,3>", "formats.column.h=fixed<28,6>", "formats.column.before=fixed<28,6>",
            "formats.column.trace=fixed<30,8>", "formats.column.meta=fixed<30,8>", "formats.column.gradient=fixed<32,12>",
            "formats.readout.w=fixed<28,3>", "formats.readout.partial=fixed<28,5>", "formats.prediction=fixed<28,6>", "formats.error=fixed<28,6>",
            "formats.error.step=fixed<28,-1>", "formats.lateral.h=fixed<28,6>", "formats.meta.step=fixed<28,2>", "formats.meta.decay=fixed<28,2>",
            "formats.meta.gain=fixed<28,1>", "formats.unity=fixed<28,2>", "formats.rate=fixed<28,-3>", "formats.lateral.mask=fixed<10,2>",
            "tables.tanh.entries=32768", "stream.steps=2000", "stream.scored_steps=100");

    @ParameterizedTest
    @CsvSource({"master-user, 50", "master-user-meta, 60"})
    void featureColumnsComeCloserBySixDecibelsPerBit(String name, int signals) {
        sixDecibelsPerBit(name, WIDE_COLUMNS, 600, signals);
    }

    /**
     * Signals that move in every time step. One signal's ratio is an average over 100 time steps whose errors depend on each other, good to a factor
     * of two, that is 6 dB, at either end: over 6 bits the slope is off by at most 2. All signals together are off by less. A second moment averages
     * squares: where what is squared is mostly noise, its own noise falls with the square, 12 dB per bit.
     */
    static void sixDecibelsPerBit(String name, List<String> wide, int before, int signals) {
        var precision = new PredictionPrecision(SmallPredictions.shipped(name, wide.toArray(String[]::new)), before, 100);
        List<PrecisionStudy.Point> points = precision.run(ADDED_BITS);
        assertThat(points.stream().map(PrecisionStudy.Point::addedBits)).containsExactlyElementsOf(ADDED_BITS);
        List<Double> slopes = new ArrayList<>();
        int silent = 0;
        Map<String, NoiseSum> widest = points.getLast().noise();
        for (String signal : widest.keySet()) {
            double narrow = points.getFirst().noise().get(signal).decibels();
            if (Double.isInfinite(widest.get(signal).decibels()) || Double.isInfinite(narrow)) {
                continue;
            }
            if (narrow < 3) {
                // Drowned in the narrow chip's resolution: there is nothing to come closer to yet.
                silent++;
                continue;
            }
            double slope = PrecisionStudy.decibelsPerBit(points, signal);
            boolean constant = widest.get(signal).timeSteps().within(0) == widest.get(signal).timeSteps().within(0.99);
            if (!constant) {
                assertThat(slope).as("%s: dB per bit", signal).isBetween(6.02 - 2, (signal.contains(".moment2.") ? 12.04 : 6.02) + 2);
                slopes.add(slope);
            }
        }
        assertThat(slopes).as("signals compared").hasSizeGreaterThan(signals);
        assertThat(silent).as("signals too small to compare").isLessThan(slopes.size() / 10);
        assertThat(slopes.stream().mapToDouble(Double::doubleValue).average().orElseThrow()).isBetween(5.7, 6.4);
    }
}
