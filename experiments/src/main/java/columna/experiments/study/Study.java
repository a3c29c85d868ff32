package columna.experiments.study;

import columna.experiments.explain.Signals;
import columna.experiments.program.Release;
import columna.experiments.study.computation.Outcomes;
import columna.experiments.study.definition.Configuration;
import columna.experiments.study.definition.Configurations;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import columna.experiments.study.engine.StudyEngine;
import columna.experiments.study.engine.StudyProgress;
import columna.experiments.study.engine.Workforce;
import columna.experiments.study.result.ConfigurationResult;
import columna.experiments.study.report.Provenance;
import columna.experiments.study.report.StudyReport;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.search.ParetoSearch;
import columna.experiments.study.store.Disk;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A study in its folder: begun or gone on with, and read again. */
public final class Study {

    static final String DEFINITION = "definition";
    static final String EXPERIMENT = "experiment";
    static final String KIND = "kind";
    static final String WORKED = "worked";

    /** How configurations are chosen. */
    public enum Kind {
        /** By the study's sampling. */
        SWEEP,
        /** By search. */
        SEARCH
    }

    private final StudyDefinition definition;
    private final Path folder;

    /**
     * A study.
     *
     * @param folder an existing folder
     */
    public Study(StudyDefinition definition, Path folder) {
        this.definition = definition;
        this.folder = folder;
    }

    /**
     * Simulates what the folder does not hold yet.
     *
     * @param stopRequested asked all the time; a study that stops keeps what is finished
     * @throws BadInput if another process works in the folder, or if it holds another study
     */
    public StudyResult sweep(Shard shard, Workforce workforce, StudyProgress progress, BooleanSupplier stopRequested) {
        // Tasks of a job array write to a disk that their machines share, whatever it looks like from here.
        try (StudyStore store = open(Kind.SWEEP, shard.equals(Shard.WHOLE) ? Disk.of(folder) : Disk.NETWORK)) {
            long total = shard.of(definition.configurations().longValueExact()) * definition.seeds().size();
            StudyEngine engine = new StudyEngine(definition, store, workforce, progress, stopRequested, total);
            engine.run(places(Configurations.of(definition).filter(configuration -> shard.holds(configuration.number()))));
            return StudyResult.of(definition, store.points());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@link #sweep}, with configurations chosen by search. */
    public StudyResult search(Workforce workforce, StudyProgress progress, BooleanSupplier stopRequested) {
        try (StudyStore store = open(Kind.SEARCH, Disk.of(folder))) {
            long most = (long) definition.search().population() * definition.search().generations() * definition.seeds().size();
            StudyEngine engine = new StudyEngine(definition, store, workforce, progress, stopRequested, most);
            try {
                new ParetoSearch(definition, wanted -> {
                    engine.run(places(wanted.stream()));
                    if (stopRequested.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    return results(wanted, StudyResult.of(definition, store.points()));
                }).run();
            } catch (CancellationException stopped) {
                // What was evaluated is in the store.
            }
            return StudyResult.of(definition, store.points());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<Configuration, ConfigurationResult> results(List<Configuration> wanted, StudyResult all) {
        Map<Integer, ConfigurationResult> byNumber = new LinkedHashMap<>();
        all.configurations().forEach(result -> byNumber.put(result.number(), result));
        Map<Configuration, ConfigurationResult> results = new LinkedHashMap<>();
        wanted.forEach(configuration -> results.put(configuration, byNumber.get(configuration.number())));
        return results;
    }

    private Iterator<StudyEngine.Place> places(Stream<Configuration> configurations) {
        return configurations
                .flatMap(configuration -> definition.seeds().stream().map(seed -> new StudyEngine.Place(configuration, seed)))
                .iterator();
    }

    /** Opens the file, forgets the plan of a study that was changed since, and keeps what the study is. */
    private StudyStore open(Kind kind, Disk disk) throws IOException {
        StudyStore store = StudyStore.open(folder, definition.name(), disk);
        try {
            Map<String, String> facts = new LinkedHashMap<>();
            Release release = Release.current();
            facts.put(DEFINITION, definition.text());
            facts.put(EXPERIMENT, definition.base().toYaml());
            facts.put(KIND, kind.name());
            boolean changed = facts.entrySet().stream().anyMatch(fact -> !store.fact(fact.getKey()).equals(Optional.of(fact.getValue())));
            if (changed) {
                store.forgetPlan();
            }
            facts.put("version", release.version());
            facts.put("commit", release.commit());
            facts.put(WORKED, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            store.setFacts(facts);
            return store;
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /**
     * The study that a folder holds.
     *
     * @throws BadInput if it holds none
     */
    public static StudyDefinition definition(Path folder) {
        try (StudyStore store = StudyStore.read(folder)) {
            return definition(store, folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads a study's folder without simulating, also while another process works in it.
     *
     * @throws BadInput if the folder holds no study
     */
    public static StudyResult read(Path folder) {
        try (StudyStore store = StudyStore.read(folder)) {
            return StudyResult.of(definition(store, folder), store.points());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Writes the report of a study's folder anew, without simulating.
     *
     * @param output where to, for example the same folder
     * @param filter which configurations to show
     */
    public static StudyResult report(Path folder, Path output, Predicate<ConfigurationResult> filter) {
        try (StudyStore store = StudyStore.read(folder)) {
            StudyResult all = StudyResult.of(definition(store, folder), store.points());
            StudyResult shown = new StudyResult(all.study(), all.configurations().stream().filter(filter).toList());
            new StudyReport(shown, provenance(store)).write(output, point ->
                    Outcomes.curve(store.outcome(point.learning()).orElseThrow(), store.outcome(point.reference()).orElseThrow()));
            return shown;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Provenance provenance(StudyStore store) {
        Map<String, Double> seconds = store.secondsByComputation();
        return new Provenance(
                "columna " + store.fact(KIND).orElse("").toLowerCase(Locale.ROOT) + " " + store.fact("name").orElse(""),
                store.fact("version").orElse("unknown"),
                store.fact("commit").orElse("unknown"),
                store.fact(WORKED).map(Instant::parse).orElse(Instant.EPOCH),
                seconds.size(),
                seconds.values().stream().mapToDouble(x -> x).sum());
    }

    static StudyDefinition definition(StudyStore store, Path folder) {
        String text = store.fact(DEFINITION).orElseThrow(() -> new BadInput(folder + ": found a study that was not begun; allowed: to begin it with columna sweep"));
        return StudyReader.stored(text, store.fact(EXPERIMENT).orElseThrow(), Signals.names());
    }
}
