package columna.experiments.study;

import columna.experiments.study.definition.Configurations;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings folders of one study together, shards of a sweep above all. Repeating it, with more folders or fuller ones, adds what is new.
 */
public final class StudyMerge {

    private static final List<String> SAME = List.of(Study.DEFINITION, Study.EXPERIMENT, Study.KIND);
    private static final List<String> FACTS = List.of(Study.DEFINITION, Study.EXPERIMENT, Study.KIND, "version", "commit", Study.WORKED);

    /**
     * What came of it.
     *
     * @param result all that the output holds now
     * @param missing numbers of the sweep's configurations that lack a point, in order; nothing is missing from a search
     * @param empty folders in which no study was begun: of tasks that were killed early
     */
    public record Merged(StudyResult result, List<Integer> missing, List<Path> empty) {
        public Merged {
            missing = List.copyOf(missing);
            empty = List.copyOf(empty);
        }

        /** Numbers for a reader: {@code 3, 17-20}. */
        public String missingRanges() {
            List<String> ranges = new ArrayList<>();
            for (int i = 0; i < missing.size(); ) {
                int end = i;
                while (end + 1 < missing.size() && missing.get(end + 1) == missing.get(end) + 1) {
                    end++;
                }
                ranges.add(end == i ? missing.get(i).toString() : missing.get(i) + "-" + missing.get(end));
                i = end + 1;
            }
            return String.join(", ", ranges);
        }
    }

    private StudyMerge() {}

    /**
     * Merges.
     *
     * @param folders of one study; each may be at work
     * @param output an existing folder, empty or of the same study; may be one of the folders
     * @throws BadInput if a folder holds another study or other contents under an equal key; what was merged before stays
     */
    public static Merged merge(List<Path> folders, Path output) {
        try {
            List<Path> begun = new ArrayList<>();
            Map<String, String> facts = facts(folders, output, begun);
            List<Path> empty = folders.stream().filter(folder -> !begun.contains(folder)).toList();
            Path first = begun.getFirst();
            StudyDefinition definition = Study.definition(first);
            try (StudyStore store = StudyStore.open(output, definition.name())) {
                store.setFacts(facts);
                for (Path folder : begun) {
                    if (!Files.isSameFile(folder, output)) {
                        store.absorb(folder);
                    }
                }
                StudyResult result = StudyResult.of(definition, store.points());
                return new Merged(result, facts.get(Study.KIND).equals(Study.Kind.SWEEP.name()) ? missing(result) : List.of(), empty);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What all folders say alike, the output among them; puts the folders that hold a study into a list. */
    private static Map<String, String> facts(List<Path> folders, Path output, List<Path> begun) throws IOException {
        Map<String, String> common = new LinkedHashMap<>();
        Optional<Path> first = Optional.empty();
        List<Path> all = new ArrayList<>(folders);
        all.add(output);
        for (Path folder : all) {
            if (!Files.isDirectory(folder)) {
                throw new BadInput(folder + ": found no folder; allowed: the folder of a study");
            }
            Map<String, String> facts = facts(folder);
            if (facts.isEmpty()) {
                continue;
            }
            for (String fact : SAME) {
                if (first.isPresent() && !facts.get(fact).equals(common.get(fact))) {
                    throw new BadInput(folder + ": found another study than in " + first.get() + " (its " + fact
                            + " differs); allowed: folders of one study with the same file and the same --set");
                }
            }
            if (folder != output) {
                begun.add(folder);
                // The last day of work is the latest of all.
                facts.forEach((key, value) -> common.merge(key, value, (one, other) -> key.equals(Study.WORKED) && one.compareTo(other) > 0 ? one : other));
                first = first.or(() -> Optional.of(folder));
            }
        }
        if (begun.isEmpty()) {
            throw new BadInput(folders.getFirst() + ": found no " + StudyStore.FILE + " in any of the folders; allowed: folders of a study");
        }
        return common;
    }

    /** Empty for a folder without a study. */
    private static Map<String, String> facts(Path folder) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        if (Files.isRegularFile(folder.resolve(StudyStore.FILE))) {
            try (StudyStore store = StudyStore.read(folder)) {
                FACTS.forEach(key -> store.fact(key).ifPresent(value -> facts.put(key, value)));
            }
        }
        return facts.containsKey(Study.DEFINITION) ? facts : Map.of();
    }

    private static List<Integer> missing(StudyResult result) {
        Map<Integer, Set<Long>> there = new HashMap<>();
        result.configurations().forEach(configuration -> there.put(configuration.number(), configuration.points().keySet()));
        Set<Long> seeds = new HashSet<>(result.study().seeds());
        return Configurations.of(result.study()).map(configuration -> configuration.number())
                .filter(number -> !there.getOrDefault(number, Set.of()).containsAll(seeds)).toList();
    }
}
