package columna.experiments.study.definition;

import columna.reference.random.RandomStreams;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/** The configurations of a sweep, in order; of a grid one at a time, so that its size costs nothing. */
public final class Configurations {

    private Configurations() {}

    /** The configurations of a study's sampling, the same at every call. */
    public static Stream<Configuration> of(StudyDefinition study) {
        List<Integer> sizes = study.axes().stream().map(axis -> axis.levels().size()).toList();
        return switch (study.sampling()) {
            case Sampling.Grid() -> grid(sizes, study.gridSize().intValueExact());
            case Sampling.Random(int count, long seed) -> random(sizes, count, seed);
            case Sampling.LatinHypercube(int count, long seed) -> latinHypercube(sizes, count, seed);
        };
    }

    private static Stream<Configuration> grid(List<Integer> sizes, int count) {
        return IntStream.range(0, count).mapToObj(number -> new Configuration(number, digits(number, sizes)));
    }

    private static List<Integer> digits(int number, List<Integer> sizes) {
        Integer[] digits = new Integer[sizes.size()];
        int rest = number;
        for (int axis = digits.length - 1; axis >= 0; axis--) {
            digits[axis] = rest % sizes.get(axis);
            rest /= sizes.get(axis);
        }
        return List.of(digits);
    }

    private static Stream<Configuration> random(List<Integer> sizes, int count, long seed) {
        UniformRandomProvider random = generator(seed);
        return IntStream.range(0, count)
                .mapToObj(number -> new Configuration(number, sizes.stream().map(random::nextInt).toList()))
                .sequential();
    }

    private static Stream<Configuration> latinHypercube(List<Integer> sizes, int count, long seed) {
        UniformRandomProvider random = generator(seed);
        List<Iterator<Integer>> columns = sizes.stream().map(size -> shuffledStrata(size, count, random).iterator()).toList();
        return IntStream.range(0, count)
                .mapToObj(number -> new Configuration(number, columns.stream().map(Iterator::next).toList()))
                .sequential();
    }

    /** Every level as often as every other, or once more, in random order. */
    private static List<Integer> shuffledStrata(int levels, int count, UniformRandomProvider random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, levels).boxed().toList());
        ListSampler.shuffle(random, order);
        List<Integer> strata = new ArrayList<>(IntStream.range(0, count).map(i -> order.get(i % levels)).boxed().toList());
        ListSampler.shuffle(random, strata);
        return strata;
    }

    private static UniformRandomProvider generator(long seed) {
        return new RandomStreams(seed).stream("study/configurations");
    }
}
