package columna.experiments.verify.baseline;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A baseline on disk: one JSON object, written to be read by people and by version control. */
public final class BaselineFile {

    /** The version of the files that this program writes. */
    static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALLOWED = "; allowed: a file that 'columna verify --record' has written";
    private static final long LARGEST_BYTES = 1 << 20;

    private final Path path;

    public BaselineFile(Path path) {
        this.path = path;
    }

    /** Writes the file beside its place, then puts it there, so that a baseline is never half of one. */
    public void write(Baseline baseline) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.writeString(part, text(baseline));
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The whole file's text. */
    static String text(Baseline baseline) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("columna_baseline", VERSION);
        file.put("experiment", baseline.experiment());
        file.put("hash", baseline.hash());
        file.put("accuracy", baseline.accuracy());
        file.put("loss_nats", baseline.loss());
        file.put("energy_pj", baseline.energy());
        file.put("cycles", baseline.cycles());
        file.put("inference_bits", baseline.inferenceBits());
        file.put("learning_bits", baseline.learningBits());
        file.put("area_mm2", baseline.area());
        file.put("signal_to_noise_db", baseline.signalToNoise());
        file.put("keys", baseline.keys());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    /**
     * Reads a baseline.
     *
     * @throws BadInput with one sentence if there is none, or one of another version, or one that was changed by hand
     */
    public Baseline read() {
        JsonNode file = tree();
        long version = field(file, "columna_baseline", JsonNode::isIntegralNumber, "a whole number").asLong();
        if (version != VERSION) {
            throw bad("found a baseline of version " + version + "; allowed: version " + VERSION + ", which this program writes");
        }
        SequencedMap<String, String> keys = new LinkedHashMap<>();
        section(file, "keys").forEach(entry -> keys.put(
                entry.getKey(), checked(entry.getValue(), "keys." + entry.getKey(), JsonNode::isString, "a text").asString()));
        SequencedMap<String, Double> ratios = new LinkedHashMap<>();
        section(file, "signal_to_noise_db").forEach(entry -> ratios.put(entry.getKey(), decibels(entry)));
        Baseline baseline = new Baseline(
                keys,
                number(file, "accuracy"),
                number(file, "loss_nats"),
                number(file, "energy_pj"),
                whole(file, "cycles"),
                whole(file, "inference_bits"),
                whole(file, "learning_bits"),
                number(file, "area_mm2"),
                ratios);
        String hash = field(file, "hash", JsonNode::isString, "a text").asString();
        if (!keys.containsKey("experiment") || !hash.equals(baseline.hash())) {
            throw bad("found keys that do not belong to its hash '" + hash.replaceAll("\\p{Cntrl}", "?") + "', so it was changed" + ALLOWED);
        }
        return baseline;
    }

    /** Whether a file of the user's may be replaced: it is a baseline of whatever version, or there is none. */
    public void mayBeReplaced() {
        if (Files.exists(path)) {
            field(tree(), "columna_baseline", JsonNode::isIntegralNumber, "a whole number");
        }
    }

    private JsonNode tree() {
        try {
            if (Files.isDirectory(path)) {
                throw bad("found a folder" + ALLOWED);
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw bad("found a file of " + Files.size(path) + " bytes" + ALLOWED);
            }
            JsonNode file = JSON.readTree(Files.readAllBytes(path));
            if (file == null || !file.isObject()) {
                throw bad("found no JSON object" + ALLOWED);
            }
            return file;
        } catch (NoSuchFileException missing) {
            throw bad("found no such file" + ALLOWED);
        } catch (IOException unreadable) {
            throw bad("found a file that cannot be read (" + unreadable.getMessage() + ")" + ALLOWED);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw bad("found no JSON" + (line > 0 ? " at line " + line : "") + ALLOWED);
        }
    }

    private JsonNode field(JsonNode file, String name, Function<JsonNode, Boolean> kind, String wanted) {
        return checked(file.get(name), name, kind, wanted);
    }

    private JsonNode checked(JsonNode value, String name, Function<JsonNode, Boolean> kind, String wanted) {
        if (value == null || !kind.apply(value)) {
            throw bad("found " + (value == null ? "no" : "something else than " + wanted + " for") + " '" + name.replaceAll("\\p{Cntrl}", "?") + "'" + ALLOWED);
        }
        return value;
    }

    private Iterable<Map.Entry<String, JsonNode>> section(JsonNode file, String name) {
        return field(file, name, JsonNode::isObject, "an object").properties();
    }

    private double number(JsonNode file, String name) {
        return field(file, name, JsonNode::isNumber, "a number").asDouble();
    }

    private long whole(JsonNode file, String name) {
        return field(file, name, node -> node.isIntegralNumber() && node.canConvertToLong(), "a whole number").asLong();
    }

    /** JSON knows no infinity, so a signal without any error has the text that Java gives it. */
    private double decibels(Map.Entry<String, JsonNode> entry) {
        JsonNode value = entry.getValue();
        if (value.isString() && value.asString().equals("Infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        return checked(value, "signal_to_noise_db." + entry.getKey(), JsonNode::isNumber, "a number").asDouble();
    }

    private BadInput bad(String sentence) {
        return new BadInput(path + ": " + sentence);
    }
}
