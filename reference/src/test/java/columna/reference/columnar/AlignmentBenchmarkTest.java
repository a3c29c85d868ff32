package columna.reference.columnar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sizes are the paper's; moments are those of the uniform and normal laws, within four standard errors. */
class AlignmentBenchmarkTest {

    private static final AlignmentBenchmark PAPER = AlignmentBenchmark.ofPaper(StateUpdate.ACCUMULATING, ColumnInitialisation.PYTORCH);

    @Test
    void hasThePapersSize() {
        List<Parameters> parameters = PAPER.columns(1, 1).parameters();
        assertThat(parameters).hasSize(20);
        assertThat(parameters.stream().mapToInt(Parameters::count).sum()).isEqualTo(122_420);
        assertThat(PAPER.sequence(1).inputs()).hasDimensions(50, 50);
    }

    private static double[] all(AlignmentBenchmark benchmark, String name) {
        return benchmark.columns(3, 1).parameters().stream().flatMap(column -> Stream.of(column.matrix(name))).flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    private static void assertUniform(String what, double[] values, double bound) {
        assertThat(DoubleStream.of(values).map(Math::abs).max().orElseThrow()).as(what).isLessThan(bound);
        double mean = DoubleStream.of(values).average().orElseThrow();
        double square = DoubleStream.of(values).map(v -> v * v).average().orElseThrow();
        assertThat(mean).as(what + ", seed 3").isCloseTo(0, Offset.offset(4 * bound / Math.sqrt(3.0 * values.length)));
        double errorOfSquare = bound * bound * Math.sqrt(4.0 / 45 / values.length);
        assertThat(square).as(what + ", seed 3").isCloseTo(bound * bound / 3, Offset.offset(4 * errorOfSquare));
    }

    @Test
    void parametersAreUniformWithinTheBoundsOfTheirLayer() {
        for (String name : List.of("W1", "b1", "W2", "b2")) {
            assertUniform(name, all(PAPER, name), 1 / Math.sqrt(50));
        }
        for (String name : List.of("U", "R", "ub")) {
            assertUniform(name, all(PAPER, name), 1 / Math.sqrt(1020));
        }
        AlignmentBenchmark xavier = AlignmentBenchmark.ofPaper(StateUpdate.GATED, ColumnInitialisation.XAVIER);
        assertUniform("W1", all(xavier, "W1"), Math.sqrt(6.0 / 100));
        assertUniform("U_z", all(xavier, "U_z"), Math.sqrt(6.0 / 1021));
        assertThat(DoubleStream.of(all(xavier, "b2")).allMatch(v -> v == 0)).as("b2").isTrue();
        assertThat(DoubleStream.of(all(xavier, "ub_n")).allMatch(v -> v == 0)).as("ub_n").isTrue();
    }

    @Test
    void dataAreCoinsAndUniformTargets() {
        double[] x = new double[0];
        double[] targets = new double[0];
        for (long seed = 1; seed <= 20; seed++) {
            Sequence sequence = PAPER.sequence(seed);
            x = DoubleStream.concat(DoubleStream.of(x), Stream.of(sequence.inputs()).flatMapToDouble(DoubleStream::of)).toArray();
            targets = DoubleStream.concat(DoubleStream.of(targets), Stream.of(sequence.targets()).flatMapToDouble(DoubleStream::of)).toArray();
        }
        assertThat(DoubleStream.of(x).allMatch(v -> v == 0 || v == 1)).isTrue();
        assertThat(DoubleStream.of(x).average().orElseThrow()).isCloseTo(0.5, Offset.offset(4 * 0.5 / Math.sqrt(x.length)));
        assertUniform("targets", targets, 50);
        double[] w = Stream.iterate(1L, seed -> seed + 1).limit(100).flatMapToDouble(seed -> DoubleStream.of(PAPER.readout(seed).vector("w"))).toArray();
        assertThat(DoubleStream.of(w).map(v -> v * v).average().orElseThrow()).isCloseTo(0.01, Offset.offset(4 * 0.01 * Math.sqrt(2.0 / w.length)));
    }

    @Test
    void sparsityChangesTheMaskOnly() {
        assertThat(Arrays.deepEquals(PAPER.columns(1, 0.1).parameters().get(3).matrix("U"), PAPER.columns(1, 10).parameters().get(3).matrix("U"))).isTrue();
        assertThat(PAPER.columns(2, 0).parameters().get(3).vector("b1")).isNotEqualTo(PAPER.columns(1, 0).parameters().get(3).vector("b1"));
    }

    /** Statement (i) of the paper's figure 3, for the gated unit of figure 7 too: without lateral weights the estimate is the gradient. */
    @ParameterizedTest
    @EnumSource(StateUpdate.class)
    void withoutLateralWeightsMasterUserIsExactAtThePapersSize(StateUpdate update) {
        AlignmentBenchmark benchmark = AlignmentBenchmark.ofPaper(update, ColumnInitialisation.PYTORCH);
        SignAlignment isolated = alignment(benchmark, 0);
        assertThat(isolated.agreement()).isEqualTo(1);
        assertThat(isolated.meanAbsoluteError()).as("sums of 50 products of order 1, in another order").isLessThan(1e-13);
        assertThat(alignment(benchmark, 0.5).agreement()).isBetween(0.5, 0.97);
    }

    private static SignAlignment alignment(AlignmentBenchmark benchmark, double sparsity) {
        ColumnarLearner learner = benchmark.learner(1, sparsity, 0);
        Sequence sequence = benchmark.sequence(1);
        List<Parameters> exact = learner.learn(sequence, Credit.of(new ColumnarRule.Bptt())).columns();
        return SignAlignment.of(learner.learn(sequence, Credit.of(new ColumnarRule.MasterUser())).columns(), exact);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> new AlignmentBenchmark(20, 0, 50, 50, StateUpdate.GATED, ColumnInitialisation.XAVIER))
                .hasMessage("alignment benchmark: 20 columns, width 0, 50 inputs, 50 time steps; all must be at least 1");
    }
}
