package columna.experiments.reproduce.zucchet2023;

import columna.experiments.reproduce.Measurement;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One number of each name for every epoch so far. */
final class EpochLog {

    private final SortedMap<String, List<Double>> series = new TreeMap<>();

    void add(String name, double value) {
        series.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** The numbers of a name, one per epoch. */
    List<Double> values(String name) {
        return List.copyOf(series.getOrDefault(name, List.of()));
    }

    /** The names, ascending. */
    List<String> names() {
        return List.copyOf(series.keySet());
    }

    /** Every series as a curve over epochs, which count from 1. */
    SortedMap<String, Measurement.Curve> curves() {
        SortedMap<String, Measurement.Curve> curves = new TreeMap<>();
        for (Map.Entry<String, List<Double>> entry : series.entrySet()) {
            double[] y = entry.getValue().stream().mapToDouble(value -> value).toArray();
            double[] x = new double[y.length];
            for (int epoch = 0; epoch < x.length; epoch++) {
                x[epoch] = epoch + 1;
            }
            curves.put(entry.getKey(), new Measurement.Curve(x, y));
        }
        return curves;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(series.size());
        for (Map.Entry<String, List<Double>> entry : series.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().size());
            for (double value : entry.getValue()) {
                out.writeDouble(value);
            }
        }
    }

    void restore(DataInputStream in) throws IOException {
        series.clear();
        for (int names = in.readInt(); names > 0; names--) {
            String name = in.readUTF();
            for (int values = in.readInt(); values > 0; values--) {
                add(name, in.readDouble());
            }
        }
    }
}
