package columna.experiments.comparison;

import columna.experiments.study.Study;
import columna.experiments.study.result.StudyResult;
import columna.experiments.study.store.StudyStore;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Something that can be compared, by the folder that holds it. */
public sealed interface Subject {

    /** What it is called in a comparison: the folder's name. */
    String name();

    /**
     * A run.
     *
     * @param name of its folder
     * @param values keys of {@code summary.json} to what they say
     */
    record Run(String name, Map<String, Object> values) implements Subject {}

    /**
     * A study.
     *
     * @param name of its folder
     * @param result what it found
     */
    record Finished(String name, StudyResult result) implements Subject {}

    /**
     * Reads a folder.
     *
     * @throws BadInput if it holds neither a run nor a study
     */
    static Subject read(Path folder) {
        String name = folder.normalize().getFileName() == null ? folder.toString() : folder.normalize().toString();
        if (Files.isRegularFile(folder.resolve(StudyStore.FILE))) {
            return new Finished(name, Study.read(folder));
        }
        Path summary = folder.resolve("summary.json");
        if (!Files.isRegularFile(summary)) {
            throw new BadInput(folder + ": found neither a run nor a study; allowed: folders that columna run, sweep or search have written");
        }
        try {
            JsonNode tree = JsonMapper.builder().build().readTree(Files.readString(summary));
            Map<String, Object> values = new LinkedHashMap<>();
            tree.properties().forEach(entry -> values.put(entry.getKey(),
                    entry.getValue().isNumber() ? (Object) entry.getValue().doubleValue() : entry.getValue().asString()));
            return new Run(name, values);
        } catch (IOException | JacksonException broken) {
            throw new BadInput(summary + ": found a file that cannot be read as a summary; allowed: the summary.json of a run");
        }
    }
}
