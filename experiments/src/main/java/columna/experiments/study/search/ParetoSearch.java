package columna.experiments.study.search;

import columna.experiments.study.definition.Bound;
import columna.experiments.study.definition.Configuration;
import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.SearchSettings;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.store.StoredPoint;
import columna.reference.random.RandomStreams;
import io.jenetics.GaussianMutator;
import io.jenetics.Gene;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002) over the levels of a study's axes, one gene for each. The first generation holds the
 * diagonals, where every axis stands at the same share of its levels, so that what a search finds can be compared with what one finds by
 * moving everything together. Designs that break a bound rank behind all that keep them, by how far they break it.
 */
public final class ParetoSearch {

    private static final double BEYOND_ANY_COST = 1e30;
    private static final double CROSSOVER = 0.5;
    private static final double SURVIVORS = 0.5;

    private final StudyDefinition study;
    private final Function<List<Configuration>, Map<Configuration, ConfigurationResult>> evaluation;
    private final Map<List<Integer>, Configuration> known = new LinkedHashMap<>();

    /**
     * A search.
     *
     * @param evaluation brings configurations into the store and says what they came to
     */
    public ParetoSearch(StudyDefinition study, Function<List<Configuration>, Map<Configuration, ConfigurationResult>> evaluation) {
        this.study = study;
        this.evaluation = evaluation;
    }

    /**
     * Searches on the calling thread; the same configurations in the same order for the same study, whatever was evaluated before.
     *
     * @throws java.util.concurrent.CancellationException if the evaluation was stopped
     */
    public void run() {
        SearchSettings settings = study.search();
        RandomGenerator random = new RandomStreams(settings.seed()).stream("study/search")::nextLong;
        RandomRegistry.with(random).run(() ->
                engine(settings).stream(diagonals(settings.population())).limit(settings.generations()).forEach(generation -> {}));
    }

    /** Configurations looked at. */
    public int configurations() {
        return known.size();
    }

    private Engine<IntegerGene, Vec<double[]>> engine(SearchSettings settings) {
        // One gene of a design jumps and one moves to a level nearby, in the mean.
        double oneGene = 1.0 / study.axes().size();
        return new Engine.Builder<>(this::evaluate, Genotype.of(study.axes().stream()
                        .map(axis -> IntegerChromosome.of(0, axis.levels().size())).toList()))
                .populationSize(settings.population())
                .minimizing()
                .executor(Runnable::run)
                .offspringSelector(UFTournamentSelector.ofVec())
                .survivorsSelector(NSGA2Selector.ofVec())
                .survivorsFraction(SURVIVORS)
                .maximalPhenotypeAge(Long.MAX_VALUE)
                .alterers(new UniformCrossover<>(CROSSOVER), new Mutator<>(oneGene), new GaussianMutator<>(oneGene))
                .build();
    }

    /** At most as many as the population holds. */
    private List<Genotype<IntegerGene>> diagonals(int most) {
        int longest = study.axes().stream().mapToInt(axis -> axis.levels().size()).max().orElseThrow();
        int steps = Math.min(longest, most);
        Set<List<Integer>> diagonals = new LinkedHashSet<>();
        for (int step = 0; step < steps; step++) {
            double share = steps == 1 ? 0 : (double) step / (steps - 1);
            diagonals.add(study.axes().stream().map(axis -> (int) Math.round(share * (axis.levels().size() - 1))).toList());
        }
        return diagonals.stream().map(this::genotype).toList();
    }

    private Genotype<IntegerGene> genotype(List<Integer> levels) {
        return Genotype.of(IntStream.range(0, levels.size())
                .mapToObj(axis -> IntegerChromosome.of(IntegerGene.of(levels.get(axis), 0, study.axes().get(axis).levels().size())))
                .toList());
    }

    private ISeq<Phenotype<IntegerGene, Vec<double[]>>> evaluate(Seq<Phenotype<IntegerGene, Vec<double[]>>> population) {
        Set<Configuration> wanted = new LinkedHashSet<>();
        population.stream().filter(Phenotype::nonEvaluated).forEach(phenotype -> wanted.add(configuration(phenotype)));
        Map<Configuration, ConfigurationResult> results = evaluation.apply(new ArrayList<>(wanted));
        return population.stream()
                .map(phenotype -> phenotype.isEvaluated() ? phenotype : phenotype.withFitness(fitness(results.get(configuration(phenotype)))))
                .collect(ISeq.toISeq());
    }

    private Configuration configuration(Phenotype<IntegerGene, Vec<double[]>> phenotype) {
        List<Integer> levels = phenotype.genotype().stream().map(chromosome -> chromosome.get(0)).map(Gene::allele).toList();
        return known.computeIfAbsent(levels, all -> new Configuration(known.size(), all));
    }

    private Vec<double[]> fitness(ConfigurationResult result) {
        double penalty = penalty(Optional.ofNullable(result));
        return Vec.of(study.objectives().stream()
                .mapToDouble(measure -> penalty > 0 ? penalty : measure.cost(result.mean(measure)))
                .toArray());
    }

    /** 0 for a design that is allowed. */
    private double penalty(Optional<ConfigurationResult> result) {
        if (result.isEmpty() || result.get().state() == StoredPoint.State.REFUSED) {
            return BEYOND_ANY_COST * BEYOND_ANY_COST;
        }
        double violation = 0;
        for (Bound bound : study.bounds()) {
            double size = Math.max(bound.least().orElse(0), bound.most().orElse(0));
            violation += bound.violation(result.get().mean(bound.measure())) / Math.max(Math.abs(size), 1e-12);
        }
        boolean unusable = study.objectives().stream().map(Measure::key).anyMatch(key -> Double.isNaN(result.get().mean(key)));
        if (result.get().state() == StoredPoint.State.STOPPED || unusable) {
            violation += 1;
        }
        return violation == 0 ? 0 : BEYOND_ANY_COST * (1 + violation);
    }
}
