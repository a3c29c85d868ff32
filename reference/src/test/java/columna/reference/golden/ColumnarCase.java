package columna.reference.golden;

import columna.reference.columnar.ColumnarLearner;
import columna.reference.columnar.ColumnarRule;
import columna.reference.columnar.Columns;
import columna.reference.columnar.Credit;
import columna.reference.columnar.FeatureColumns;
import columna.reference.columnar.LateralMask;
import columna.reference.columnar.LstmColumns;
import columna.reference.columnar.StateUpdate;
import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.task.Sequence;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A golden file of the families {@code colnn}, {@code colnn_meta}, {@code col_lstm} as a columnar network; the first axis of an array is the column. */
record ColumnarCase(GoldenFile file, Columns columns, ColumnarLearner learner) {

    static ColumnarCase of(GoldenFile file) {
        Columns columns = isLstm(file) ? lstmColumns(file) : featureColumns(file);
        JsonNode params = file.root().get("params");
        Parameters readout = ColumnarLearner.zeroReadout(columns.count(), isLstm(file));
        readout.shapes().forEach(shape -> copy(params.get(shape.name()), readout.matrix(shape.name())));
        ColumnarLearner learner = isMeta(file) ? new ColumnarLearner(columns, readout, GoldenFile.rows(file.root().get("config").get("alpha"))[0])
                : new ColumnarLearner(columns, readout);
        return new ColumnarCase(file, columns, learner);
    }

    static boolean isLstm(GoldenFile file) {
        return file.family().equals("col_lstm");
    }

    static boolean isMeta(GoldenFile file) {
        return file.family().equals("colnn_meta");
    }

    private static Columns lstmColumns(GoldenFile file) {
        boolean lateral = file.root().get("config").get("lateral").asBoolean();
        return new LstmColumns(lateral, filled(file, LstmColumns.zeros(file.integer("n_cols"), file.integer("d_in"), lateral)));
    }

    private static Columns featureColumns(GoldenFile file) {
        StateUpdate update = switch (file.root().get("config").get("state_update").asString()) {
            case "eq10" -> StateUpdate.ACCUMULATING;
            case "eq22" -> StateUpdate.FEED_FORWARD;
            case String other -> throw new IllegalArgumentException(file.name() + ": unknown state_update " + other);
        };
        List<Parameters> zeros = FeatureColumns.zeros(file.integer("n_cols"), file.integer("width"), file.integer("d_in"));
        return new FeatureColumns(update, mask(file), filled(file, zeros));
    }

    static LateralMask mask(GoldenFile file) {
        JsonNode masks = file.root().get("masks");
        int n = file.integer("n_cols");
        boolean[][][] features = new boolean[n][][];
        for (int i = 0; i < n; i++) {
            features[i] = ones(GoldenFile.rows(masks.get("U_mask").get(i)));
        }
        return new LateralMask(features, ones(GoldenFile.rows(masks.get("R_mask"))));
    }

    private static boolean[][] ones(double[][] rows) {
        boolean[][] ones = new boolean[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            ones[r] = new boolean[rows[r].length];
            for (int c = 0; c < rows[r].length; c++) {
                ones[r][c] = rows[r][c] == 1;
            }
        }
        return ones;
    }

    private static List<Parameters> filled(GoldenFile file, List<Parameters> columns) {
        for (int i = 0; i < columns.size(); i++) {
            for (ParameterShape shape : columns.get(i).shapes()) {
                copy(file.root().get("params").get(shape.name()).get(i), columns.get(i).matrix(shape.name()));
            }
        }
        return columns;
    }

    private static void copy(JsonNode from, double[][] to) {
        double[][] rows = rows(from);
        for (int r = 0; r < to.length; r++) {
            System.arraycopy(rows[r], 0, to[r], 0, to[r].length);
        }
    }

    /** A number becomes one row of one value. */
    static double[][] rows(JsonNode value) {
        return value.isArray() ? GoldenFile.rows(value) : new double[][] {{value.asDouble()}};
    }

    Sequence sequence() {
        JsonNode data = file.root().get("data");
        double[][] inputs = GoldenFile.rows(data.get("x"));
        double[] mask = new double[inputs.length];
        Arrays.fill(mask, 1);
        double[][] targets = Arrays.stream(GoldenFile.rows(data.get("target"))[0]).mapToObj(target -> new double[] {target})
                .toArray(double[][]::new);
        return new Sequence(inputs, targets, mask);
    }

    /** What a method's name in {@code grads} asks for. */
    static Credit credit(String method) {
        if (method.endsWith("_lastloss")) {
            return credit(method.substring(0, method.length() - "_lastloss".length())).lastLoss();
        }
        if (method.endsWith("_no_meta")) {
            return credit(method.substring(0, method.length() - "_no_meta".length())).withoutMetaGradient();
        }
        if (method.startsWith("tbptt_slide_")) {
            return Credit.of(new ColumnarRule.SlidingBptt(Integer.parseInt(method.substring("tbptt_slide_".length()))));
        }
        return Credit.of(switch (method) {
            case "bptt" -> new ColumnarRule.Bptt();
            case "trunc1" -> new ColumnarRule.SlidingBptt(1);
            case "master_user", "master_user_meta" -> new ColumnarRule.MasterUser();
            default -> throw new IllegalArgumentException("unknown method " + method);
        });
    }
}
