package columna.reference.golden;

import columna.reference.learning.Observer;
import java.util.HashMap;
import java.util.Map;

/** Keeps copies of everything an observer is shown. */
final class Recording implements Observer {

    final Map<At, double[]> re = new HashMap<>();
    final Map<At, double[]> im = new HashMap<>();
    final Map<String, double[][]> gradients = new HashMap<>();

    @Override
    public void signal(At at, double[] real, double[] imaginary) {
        if (re.put(at, real.clone()) != null) {
            throw new IllegalStateException("seen twice: " + at);
        }
        im.put(at, imaginary.clone());
    }

    @Override
    public void gradient(String name, double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            copy[r] = rows[r].clone();
        }
        if (gradients.put(name, copy) != null) {
            throw new IllegalStateException("seen twice: " + name);
        }
    }
}
