package columna.experiments.reproduction.store;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurement.Curve;
import columna.experiments.reproduce.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedPointsTest {
    /** Among them numbers whose shortest decimals are long, and those that JSON has no words for. */
    private static final double[] HARD = {
        0.1, 1 / 3.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 2.2250738585072011e-308, 9007199254740993.0, 1e23, Math.nextUp(1.0),
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    @TempDir
    private Path folder;

    @Test
    void everyDoubleComesBackWithAllItsBits() throws IOException {
        FinishedPoints file = new FinishedPoints(folder.resolve("finished.jsonl"));
        RunIdentity identity = new RunIdentity(1, "name", true, 3, "/data \"set\"", "abc");
        TreeMap<String, Double> numbers = new TreeMap<>();
        for (int i = 0; i < HARD.length; i++) {
            numbers.put("number, " + i + "\n\"", HARD[i]);
        }
        Measurement measured = new Measurement(numbers, new TreeMap<>(Map.of("curve", new Curve(HARD, HARD), "empty", new Curve(new double[0], new double[0]))));
        file.begin(identity);
        file.append(new Point("LRU 4 layers, \u03bb", 2, 1, course -> measured), measured);
        assertThat(file.identity()).contains(identity);
        Map<PointKey, Measurement> read = file.read();
        assertThat(read).containsOnlyKeys(new PointKey("LRU 4 layers, \u03bb", 2));
        Measurement back = read.values().iterator().next();
        assertThat(back.numbers().keySet()).isEqualTo(numbers.keySet());
        assertThat(bits(back.numbers().values().stream().mapToDouble(v -> v).toArray()))
                .isEqualTo(bits(numbers.values().stream().mapToDouble(v -> v).toArray()));
        assertThat(bits(back.curves().get("curve").x())).isEqualTo(bits(HARD));
        assertThat(bits(back.curves().get("curve").y())).isEqualTo(bits(HARD));
        assertThat(back.curves().get("empty").x()).isEmpty();
    }

    private static List<Long> bits(double[] values) {
        return java.util.Arrays.stream(values).mapToObj(Double::doubleToLongBits).toList();
    }
}
