package columna.reference.golden;

import columna.reference.network.NetworkSpec;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One file of golden vectors; its conventions are those of the folder's README. */
record GoldenFile(String name, JsonNode root) {

    static GoldenFile read(Path path) {
        return new GoldenFile(path.getFileName().toString(), new ObjectMapper().readTree(path.toFile()));
    }

    @Override
    public String toString() {
        return name;
    }

    String family() {
        return root.get("family").asString();
    }

    String cell() {
        return root.path("config").path("cell").asString("");
    }

    NetworkSpec spec() {
        JsonNode config = root.get("config");
        return new NetworkSpec(NetworkSpec.Cell.valueOf(upper(config, "cell")), integer("n_layers"), integer("N"), integer("H"),
                integer("d_in"), integer("d_out"), integer("n_class"), config.get("encoder").asBoolean(), config.get("decoder").asBoolean(),
                NetworkSpec.Norm.valueOf(upper(config, "norm")), NetworkSpec.Activation.valueOf(upper(config, "act")),
                config.get("skip").asBoolean(),
                config.get("D").asString().equals("full") ? NetworkSpec.Feedthrough.FULL : NetworkSpec.Feedthrough.DIAGONAL,
                config.get("loss").asString().equals("mse_sum") ? NetworkSpec.Loss.SQUARED_ERROR_SUM
                        : NetworkSpec.Loss.CROSS_ENTROPY_MASK_MEAN,
                config.get("ln_eps").asDouble());
    }

    private static String upper(JsonNode config, String key) {
        return config.get(key).asString().toUpperCase(Locale.ROOT);
    }

    int integer(String key) {
        return root.get("config").get(key).asInt();
    }

    Parameters parameters() {
        Parameters parameters = Parameters.zeros(spec());
        for (ParameterShape shape : parameters.shapes()) {
            double[][] rows = rows(root.get("params").get(shape.name()));
            for (int r = 0; r < rows.length; r++) {
                System.arraycopy(rows[r], 0, parameters.matrix(shape.name())[r], 0, shape.columns());
            }
        }
        return parameters;
    }

    Sequence sequence() {
        JsonNode data = root.get("data");
        return new Sequence(rows(data.get("x")), rows(data.get("target")), rows(data.get("mask"))[0]);
    }

    /** A vector becomes one row, a matrix its rows. */
    static double[][] rows(JsonNode array) {
        if (!array.get(0).isArray()) {
            return new double[][] {vector(array)};
        }
        double[][] rows = new double[array.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(array.get(i));
        }
        return rows;
    }

    private static double[] vector(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
