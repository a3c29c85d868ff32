package columna.experiments.rtl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bench of {@code src/rtl/test} with what it reads.
 *
 * @param module the bench's name without {@code _test}
 * @param variant what tells it from other benches of the module; contains the seed of its vectors
 * @param constants the bench's {@code localparam}s, as SystemVerilog writes them
 * @param vectors lines that the bench reads
 * @param images contents of further files by name
 */
record Bench(String module, String variant, Map<String, String> constants, VectorLines vectors, Map<String, String> images) {

    static final String VECTORS = "vectors.txt";

    Bench(String module, String variant, Map<String, String> constants, VectorLines vectors) {
        this(module, variant, constants, vectors, Map.of());
    }

    /** Constants that are plain numbers, in this order. */
    static Map<String, String> numbers(Object... namesAndNumbers) {
        Map<String, String> constants = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            constants.put((String) namesAndNumbers[i], namesAndNumbers[i + 1].toString());
        }
        return constants;
    }

    /** Writes all that the bench reads into a folder. */
    void write(Path folder) throws IOException {
        StringBuilder parameters = new StringBuilder();
        constants.forEach((name, value) -> parameters.append("localparam ").append(name).append(" = ").append(value).append(";\n"));
        parameters.append("localparam VECTOR_BITS = ").append(vectors.bits()).append(";\n");
        Files.writeString(folder.resolve("parameters.svh"), parameters);
        Files.write(folder.resolve(VECTORS), vectors.lines());
        for (Map.Entry<String, String> image : images.entrySet()) {
            Files.writeString(folder.resolve(image.getKey()), image.getValue());
        }
    }

    /** The bench's module. */
    String top() {
        return module + "_test";
    }

    @Override
    public String toString() {
        return module + " (" + variant + ")";
    }
}
