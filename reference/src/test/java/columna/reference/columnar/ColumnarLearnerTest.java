package columna.reference.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.random.RandomStreams;
import columna.reference.task.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients of small columnar networks against central differences of the loss, and what must hold between the rules. */
class ColumnarLearnerTest {

    private static final int STEPS = 7;
    private static final int INPUTS = 3;
    private static final int COLUMNS = 3;
    private static final double[] RATES = {0.05, 0.1, 0.02};
    private static final double[] CONSTANT = {0, 0, 0};

    private enum Network {
        ISOLATED, SPARSE, DENSE, FEED_FORWARD, GATED, GATED_SPARSE, LSTM, LSTM_LATERAL;

        Columns draw(UniformRandomProvider random) {
            return switch (this) {
                case ISOLATED -> features(StateUpdate.ACCUMULATING, LateralMask.none(COLUMNS, 4), random);
                case SPARSE -> features(StateUpdate.ACCUMULATING, LateralMask.random(COLUMNS, 4, 1, random), random);
                case DENSE -> features(StateUpdate.ACCUMULATING, LateralMask.random(COLUMNS, 4, 100, random), random);
                case FEED_FORWARD -> features(StateUpdate.FEED_FORWARD, LateralMask.random(COLUMNS, 4, 1, random), random);
                case GATED -> gated(0, random);
                case GATED_SPARSE -> gated(1, random);
                case LSTM -> new LstmColumns(false, drawn(LstmColumns.zeros(COLUMNS, INPUTS, false), random));
                case LSTM_LATERAL -> new LstmColumns(true, drawn(LstmColumns.zeros(COLUMNS, INPUTS, true), random));
            };
        }
    }

    private static Columns features(StateUpdate update, LateralMask mask, UniformRandomProvider random) {
        return new FeatureColumns(update, mask, drawn(FeatureColumns.zeros(COLUMNS, 4, INPUTS), random));
    }

    private static Columns gated(double ratio, UniformRandomProvider random) {
        List<LateralMask> masks = Stream.generate(() -> LateralMask.random(COLUMNS, 4, ratio, random)).limit(3).toList();
        return new FeatureColumns(StateUpdate.GATED, masks, drawn(FeatureColumns.zeros(StateUpdate.GATED, COLUMNS, 4, INPUTS), random));
    }

    private static <T extends List<Parameters>> T drawn(T all, UniformRandomProvider random) {
        all.forEach(parameters -> draw(parameters, random));
        return all;
    }

    private static Parameters draw(Parameters parameters, UniformRandomProvider random) {
        for (ParameterShape shape : parameters.shapes()) {
            for (double[] row : parameters.matrix(shape.name())) {
                Arrays.setAll(row, i -> random.nextDouble() * 1.6 - 0.8);
            }
        }
        return parameters;
    }

    /** A learner with everything it reads, so that a test can change a parameter. */
    private record Drawn(Columns columns, Parameters readout, ColumnarLearner learner, Sequence sequence) {

        static Drawn of(Network network, double[] rates, long seed) {
            UniformRandomProvider random = new RandomStreams(seed).stream("columnar/" + network);
            Columns columns = network.draw(random);
            Parameters readout = draw(ColumnarLearner.zeroReadout(COLUMNS, network.name().startsWith("LSTM")), random);
            double[][] inputs = new double[STEPS][INPUTS];
            double[][] targets = new double[STEPS][1];
            double[] mask = new double[STEPS];
            Arrays.fill(mask, 1);
            for (int t = 0; t < STEPS; t++) {
                Arrays.setAll(inputs[t], i -> random.nextDouble() * 2 - 1);
                targets[t][0] = random.nextDouble() * 4 - 2;
            }
            return new Drawn(columns, readout, new ColumnarLearner(columns, readout, rates), new Sequence(inputs, targets, mask));
        }

        List<double[]> values() {
            return rows(columns.parameters(), readout);
        }

        List<double[]> gradient(Credit credit) {
            ColumnarGradient gradient = learner.learn(sequence, credit);
            return rows(gradient.columns(), gradient.readout());
        }

        List<double[]> columnGradient(Credit credit) {
            return gradient(credit).subList(0, values().size() - readout.shapes().size());
        }

        /** The same network on the first time steps of the sequence. */
        Drawn until(int steps) {
            Sequence part = new Sequence(Arrays.copyOf(sequence.inputs(), steps), Arrays.copyOf(sequence.targets(), steps),
                    Arrays.copyOf(sequence.mask(), steps));
            return new Drawn(columns, readout, learner, part);
        }

        double lastLoss() {
            learner.evaluate(sequence);
            return learner.loss(STEPS - 1);
        }
    }

    private static List<double[]> rows(List<Parameters> columns, Parameters readout) {
        List<double[]> rows = new ArrayList<>();
        columns.forEach(parameters -> parameters.shapes().forEach(shape -> rows.addAll(List.of(parameters.matrix(shape.name())))));
        readout.shapes().forEach(shape -> rows.addAll(List.of(readout.matrix(shape.name()))));
        return rows;
    }

    /** Central differences of step 1e-6 err by about 1e-9 times the loss: rounding of some ten units in the last place, divided by the step. */
    private static void assertDifferences(String what, Drawn drawn, List<double[]> gradient, DoubleSupplier loss) {
        double step = 1e-6;
        double allowed = 1e-8 * Math.max(1, loss.getAsDouble());
        List<double[]> values = drawn.values();
        for (int r = 0; r < values.size(); r++) {
            for (int i = 0; i < values.get(r).length; i++) {
                double value = values.get(r)[i];
                values.get(r)[i] = value + step;
                double above = loss.getAsDouble();
                values.get(r)[i] = value - step;
                double below = loss.getAsDouble();
                values.get(r)[i] = value;
                double expected = (above - below) / (2 * step);
                assertThat(gradient.get(r)[i]).as("%s, array %d, value %d", what, r, i).isCloseTo(expected,
                        Offset.offset(allowed));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void bpttIsTheDerivativeOfTheLoss(Network network) {
        for (double[] rates : List.of(CONSTANT, RATES)) {
            for (long seed = 1; seed <= 3; seed++) {
                Drawn drawn = Drawn.of(network, rates, seed);
                Credit credit = Credit.of(new ColumnarRule.Bptt());
                String what = network + ", seed " + seed + ", rates " + Arrays.toString(rates);
                assertDifferences(what, drawn, drawn.gradient(credit), () -> drawn.learner.evaluate(drawn.sequence));
                assertDifferences(what + ", last loss", drawn, drawn.gradient(credit.lastLoss()), drawn::lastLoss);
            }
        }
    }

    /** Without lateral weights, and without LMS, nothing is left out. */
    @ParameterizedTest
    @EnumSource(value = Network.class, names = {"ISOLATED", "GATED", "LSTM"})
    void masterUserIsExactWithoutLateralWeights(Network network) {
        for (long seed = 1; seed <= 5; seed++) {
            Drawn drawn = Drawn.of(network, CONSTANT, seed);
            assertNear(network + " seed " + seed, drawn.gradient(Credit.of(new ColumnarRule.MasterUser())),
                    drawn.gradient(Credit.of(new ColumnarRule.Bptt())));
            assertNear(network + " last loss, seed " + seed, drawn.gradient(Credit.of(new ColumnarRule.MasterUser()).lastLoss()),
                    drawn.gradient(Credit.of(new ColumnarRule.Bptt()).lastLoss()));
        }
    }

    /** A mask drawn with s = 0 has not even the columns' own states. */
    @Test
    void masterUserIsExactForADrawnMaskWithoutLateralWeights() {
        UniformRandomProvider random = new RandomStreams(7).stream("columnar/drawn");
        Drawn any = Drawn.of(Network.ISOLATED, CONSTANT, 7);
        Columns columns = features(StateUpdate.ACCUMULATING, LateralMask.random(COLUMNS, 4, 0, random), random);
        Drawn drawn = new Drawn(columns, any.readout, new ColumnarLearner(columns, any.readout), any.sequence);
        assertNear("s = 0", drawn.gradient(Credit.of(new ColumnarRule.MasterUser())), drawn.gradient(Credit.of(new ColumnarRule.Bptt())));
    }

    @ParameterizedTest
    @EnumSource(value = Network.class, names = {"SPARSE", "DENSE", "FEED_FORWARD", "GATED_SPARSE", "LSTM_LATERAL"})
    void masterUserIsAnEstimateWithLateralWeights(Network network) {
        Drawn drawn = Drawn.of(network, CONSTANT, 1);
        List<Parameters> estimate = drawn.learner.learn(drawn.sequence, Credit.of(new ColumnarRule.MasterUser())).columns();
        SignAlignment alignment = SignAlignment.of(estimate, drawn.learner.learn(drawn.sequence, Credit.of(new ColumnarRule.Bptt())).columns());
        assertThat(alignment.meanAbsoluteError()).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void aWindowOfTheWholeSequenceTruncatesNothing(Network network) {
        Drawn drawn = Drawn.of(network, CONSTANT, 2);
        List<double[]> exact = drawn.gradient(Credit.of(new ColumnarRule.Bptt()));
        assertNear("sliding", drawn.gradient(Credit.of(new ColumnarRule.SlidingBptt(STEPS))), exact);
        assertNear("chunked", drawn.gradient(Credit.of(new ColumnarRule.ChunkedBptt(STEPS))), exact);
        assertNear("chunked, longer", drawn.gradient(Credit.of(new ColumnarRule.ChunkedBptt(STEPS + 5))), exact);
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void windowsOfOneTimeStepAreTheSameSlidingOrChunked(Network network) {
        for (double[] rates : List.of(CONSTANT, RATES)) {
            Drawn drawn = Drawn.of(network, rates, 3);
            assertNear("1", drawn.gradient(Credit.of(new ColumnarRule.ChunkedBptt(1))), drawn.gradient(Credit.of(new ColumnarRule.SlidingBptt(1))));
        }
    }

    /** In feed-forward columns with constant read-out no error crosses a time step, so that nothing can be truncated. */
    @Test
    void truncationDoesNotMatterWithoutRecurrence() {
        Drawn drawn = Drawn.of(Network.FEED_FORWARD, CONSTANT, 4);
        assertNear("1", drawn.gradient(Credit.of(new ColumnarRule.SlidingBptt(1))), drawn.gradient(Credit.of(new ColumnarRule.Bptt())));
    }

    /** Chunks are sequences of their own for the gradient: chunk by chunk, the sum of gradients of the losses within, from the state reached. */
    @Test
    void theFirstChunkIsTheWholeOfAShorterSequence() {
        Drawn drawn = Drawn.of(Network.SPARSE, CONSTANT, 5);
        Drawn shorter = drawn.until(4);
        List<double[]> chunked = drawn.gradient(Credit.of(new ColumnarRule.ChunkedBptt(4)));
        List<double[]> lastChunk = drawn.gradient(Credit.of(new ColumnarRule.SlidingBptt(3)).lastLoss());
        List<double[]> chunkedLastLoss = drawn.gradient(Credit.of(new ColumnarRule.ChunkedBptt(4)).lastLoss());
        assertNear("T = 7, chunks 4 and 3: the last loss sees 3 time steps", chunkedLastLoss, lastChunk);
        List<double[]> exactOfFirst = shorter.gradient(Credit.of(new ColumnarRule.Bptt()));
        assertNear("T = 4 in chunks of 4", shorter.gradient(Credit.of(new ColumnarRule.ChunkedBptt(4))), exactOfFirst);
        assertThat(distance(chunked, drawn.gradient(Credit.of(new ColumnarRule.Bptt())))).isGreaterThan(1e-3);
    }

    /** A sliding window of k carries every loss back by itself: the sum over t of the last losses of the sequences that end at t. */
    @ParameterizedTest
    @EnumSource(Network.class)
    void slidingWindowsAddUpLossByLoss(Network network) {
        for (double[] rates : List.of(CONSTANT, RATES)) {
            Drawn drawn = Drawn.of(network, rates, 6);
            List<List<double[]>> parts = IntStream.rangeClosed(1, STEPS).mapToObj(drawn::until)
                    .map(part -> part.columnGradient(Credit.of(new ColumnarRule.SlidingBptt(3)).lastLoss())).toList();
            assertNear("sliding", drawn.columnGradient(Credit.of(new ColumnarRule.SlidingBptt(3))), sum(parts));
            assertNear("chunk", drawn.until(6).columnGradient(Credit.of(new ColumnarRule.ChunkedBptt(3)).lastLoss()), parts.get(5));
        }
    }

    private static List<double[]> sum(List<List<double[]>> all) {
        List<double[]> sum = all.getFirst().stream().map(row -> new double[row.length]).toList();
        for (List<double[]> part : all) {
            for (int r = 0; r < part.size(); r++) {
                double[] row = part.get(r);
                Arrays.setAll(sum.get(r), withAdded(sum.get(r), row));
            }
        }
        return sum;
    }

    private static IntToDoubleFunction withAdded(double[] to, double[] row) {
        return i -> to[i] + row[i];
    }

    private static double distance(List<double[]> a, List<double[]> b) {
        double largest = 0;
        for (int r = 0; r < a.size(); r++) {
            for (int i = 0; i < a.get(r).length; i++) {
                largest = Math.max(largest, Math.abs(a.get(r)[i] - b.get(r)[i]));
            }
        }
        return largest;
    }

    /** The same sums in another order: a few units in the last place of values of order 10. */
    private static void assertNear(String what, List<double[]> actual, List<double[]> expected) {
        assertThat(distance(actual, expected)).as(what).isLessThan(1e-12);
    }

    /** One pass forward serves several rules, whose gradients do not mix. */
    @Test
    void severalGradientsOfOnePassAreThoseOfTheirOwn() {
        Drawn drawn = Drawn.of(Network.SPARSE, RATES, 7);
        List<Credit> credits = Stream.of(new ColumnarRule.Bptt(), new ColumnarRule.SlidingBptt(2), new ColumnarRule.ChunkedBptt(2))
                .map(Credit::of).toList();
        List<ColumnarGradient> together = drawn.learner.learnThroughTime(drawn.sequence, credits);
        for (int c = 0; c < credits.size(); c++) {
            assertThat(distance(rows(together.get(c).columns(), together.get(c).readout()), drawn.gradient(credits.get(c)))).isZero();
        }
    }

    /** r = 3/4, z = 1/4 and tanh(ln 3 / 2) = 1/2; then gates at their limits. */
    @Test
    void gatedStepsInClosedForm() {
        double a = Math.log(3);
        assertThat(gated(a, 0, 0, -a, a / 8, a / 2, 2)).isCloseTo(0.75 * 0.5 + 0.25 * 2, Offset.offset(1e-15));
        assertThat(gated(0, 60, 0, 60, 9, 9, 2)).as("z = 1 keeps the state").isEqualTo(2);
        assertThat(gated(-800, 0, 0, -800, a / 2, 9, 2)).as("r = z = 0").isCloseTo(0.5, Offset.offset(1e-15));
    }

    private static double gated(double ar, double br, double az, double bz, double an, double bn, double previous) {
        return StateUpdate.GATED.from(new double[] {ar, az, an}, new double[] {br, bz, bn}, previous).state();
    }

    @Test
    void mistakesAreNamed() {
        Drawn drawn = Drawn.of(Network.LSTM, CONSTANT, 1);
        assertThatThrownBy(() -> new ColumnarLearner(drawn.columns, drawn.readout, new double[2]))
                .hasMessage("columnar learner: 3 columns, 3 read-out weights and 2 LMS rates; all three must be equal");
        assertThatThrownBy(() -> new FeatureColumns(StateUpdate.GATED, LateralMask.none(2, 3), FeatureColumns.zeros(2, 3, 1)))
                .hasMessage("feature columns: 1 lateral masks; GATED needs 3");
        assertThatThrownBy(() -> drawn.learner.learnThroughTime(drawn.sequence, List.of(Credit.of(new ColumnarRule.MasterUser()))))
                .hasMessage("columnar learner: MasterUser[] does not carry errors back through time; allowed are Bptt, SlidingBptt and ChunkedBptt");
        assertThatThrownBy(() -> new ColumnarRule.ChunkedBptt(0))
                .hasMessage("truncated back-propagation: window of 0 time steps; allowed are 1 and more");
        Sequence masked = new Sequence(new double[1][INPUTS], new double[1][1], new double[1]);
        assertThatThrownBy(() -> drawn.learner.evaluate(masked))
                .hasMessage("sequence, time step 0: 1 targets and mask 0.0; a columnar network has 1 target and mask 1 at every time step");
    }
}
