package columna.experiments.run;

import static columna.experiments.SmallExperiments.join;
import static columna.experiments.SmallExperiments.roundedToNearest;
import static columna.experiments.SmallExperiments.small;
import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.chip.ChipDesign;
import columna.experiments.chip.ChipLearner;
import columna.experiments.chip.ChipParameters;
import columna.experiments.chip.ReferenceNetwork;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.task.TaskData;
import columna.fixedpoint.Format;
import columna.fixedpoint.kernel.RowKernels;
import columna.reference.learning.Score;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.sim.function.FunctionalChip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 4, over every shipped experiment: the order of cores changes nothing; and what dividing a layer among cores changes. */
class OrderFreeTest {

    private static final String[] EXACT_PARTIAL_SUMS = {
        "formats.lru.C=fixed<12,2,RND,SAT>",
        "formats.lru.h=fixed<14,4,RND,SAT>",
        "formats.lru.y=fixed<30,10,RND,SAT>",
        "formats.lru.B=fixed<12,2,RND,SAT>",
        "formats.lru.error.u=fixed<14,4,RND,SAT>",
        "formats.lru.error.z=fixed<30,10,RND,SAT>"
    };

    static List<String> names() {
        return columna.experiments.SmallExperiments.names();
    }

    private record Outcome(List<Score> scores, Map<String, List<Integer>> words) {}

    private static Outcome learn(ExperimentSpec spec, List<Integer> order) {
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest(), order);
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        TaskData data = new TaskData(spec);
        List<Score> scores = new ArrayList<>();
        data.training().limit(spec.learning().sequences()).forEach(sequence -> scores.add(learner.learn(sequence)));
        data.test().forEach(sequence -> scores.add(learner.infer(sequence)));
        return new Outcome(scores, LearnedChip.words(chip));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shufflingCoresChangesNoBitOfAWholeRun(String name) {
        ExperimentSpec spec = small(name);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, ChipDesign.of(spec).chip().cores().size()).boxed().toList());
        Outcome inOrder = learn(spec, order);
        for (long seed = 1; seed <= 3; seed++) {
            Collections.shuffle(order, new Random(seed));
            assertThat(learn(spec, order)).as("seed %d, order %s", seed, order).isEqualTo(inOrder);
        }
        Collections.sort(order, Collections.reverseOrder());
        assertThat(learn(spec, order)).as("reversed").isEqualTo(inOrder);
    }

    /**
     * A unit's arithmetic does not depend on its core. Cores meet in two sums only, the layer's output and the error of its
     * input: each core rounds its part once into lru.y or lru.error.z, the receiver adds without loss. Where those two
     * formats hold every product exactly, dividing a layer changes no bit of a run. (Stochastic rounding draws from a
     * register of each core, so it is left out.)
     */
    static List<String> divisible() {
        return columna.experiments.SmallExperiments.divisible();
    }

    @ParameterizedTest
    @MethodSource("divisible")
    void divisionOfALayerIsExactWherePartialSumsAre(String name) {
        String[] settings = join(roundedToNearest(name), EXACT_PARTIAL_SUMS);
        Map<String, double[][]> one = parameters(small(name, join(settings, "chip.cores_per_layer=1")));
        for (int cores : new int[] {2, 3, 7}) {
            Map<String, double[][]> many = parameters(small(name, join(settings, "chip.cores_per_layer=" + cores)));
            one.forEach((parameter, values) -> assertThat(many.get(parameter))
                    .as("%s of %s on %d cores", parameter, name, cores)
                    .isDeepEqualTo(values));
        }
    }

    private static Map<String, double[][]> parameters(ExperimentSpec spec) {
        ChipDesign design = ChipDesign.of(spec);
        assertThat(holdsProducts(spec, "lru.C", "lru.h", "lru.y")).isTrue();
        assertThat(holdsProducts(spec, "lru.B", "lru.error.u", "lru.error.z")).isTrue();
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        ChipParameters access = new ChipParameters(design.layout(), chip, spec.network().normEpsilon());
        Parameters initial = ReferenceNetwork.initial(spec);
        access.load(initial);
        ChipLearner learner = new ChipLearner(spec, chip, kind -> {});
        new TaskData(spec).training().limit(spec.learning().sequences()).forEach(learner::learn);
        Parameters learned = initial.zeros();
        access.read("", learned);
        Map<String, double[][]> values = new TreeMap<>();
        for (ParameterShape shape : learned.shapes()) {
            values.put(shape.name(), learned.matrix(shape.name()));
        }
        assertThat(values.get("layers.0.B_re")).isNotEqualTo(initial.matrix("layers.0.B_re"));
        return values;
    }

    private static boolean holdsProducts(ExperimentSpec spec, String left, String right, String sum) {
        Format format = spec.formats().formatOf(sum);
        return format.fractionBits()
                >= spec.formats().formatOf(left).fractionBits() + spec.formats().formatOf(right).fractionBits();
    }

    /**
     * At the shipped formats the first sum of the first time step differs by the roundings alone: each core's part by half a
     * place of lru.y, the receiver's result by half a place of its own format.
     */
    @Test
    void otherwiseTheDifferenceIsTheRoundingOfPartialSums() {
        String[] settings = roundedToNearest("copy-task");
        int[] one = recurrentSum(small("copy-task", join(settings, "chip.cores_per_layer=1")));
        boolean differs = false;
        for (int cores : new int[] {2, 3, 7}) {
            ExperimentSpec spec = small("copy-task", join(settings, "chip.cores_per_layer=" + cores));
            double perPart = spec.formats().formatOf("lru.y").resolution() / 2;
            double place = spec.formats().formatOf("mix.recurrent").resolution();
            double bound = (1 + cores) * perPart + place;
            int[] many = recurrentSum(spec);
            for (int i = 0; i < many.length; i++) {
                assertThat(Math.abs(many[i] - one[i]) * place).as("feature %d on %d cores", i, cores).isLessThanOrEqualTo(bound);
            }
            differs |= !Arrays.equals(one, many);
        }
        assertThat(differs).as("some rounding differs, else the exact case above would prove nothing").isTrue();
    }

    private static int[] recurrentSum(ExperimentSpec spec) {
        ChipDesign design = ChipDesign.of(spec);
        FunctionalChip chip = new FunctionalChip(design.chip(), RowKernels.fastest());
        new ChipParameters(design.layout(), chip, spec.network().normEpsilon()).load(ReferenceNetwork.initial(spec));
        int mixing = design.chip().index("layer[0].mixing");
        List<int[]> sums = new ArrayList<>();
        new ChipLearner(spec, chip, kind -> sums.add(chip.cells(mixing, "mix.recurrent").rows(false)[0].clone()))
                .learn(new TaskData(spec).training().findFirst().orElseThrow());
        return sums.getFirst();
    }
}
