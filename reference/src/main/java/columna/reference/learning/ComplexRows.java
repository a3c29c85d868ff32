package columna.reference.learning;

import java.util.Arrays;

/** A complex vector per time step, real and imaginary parts apart, so that inner loops run along rows. */
record ComplexRows(double[][] re, double[][] im) {

    static ComplexRows of(int rows, int size) {
        return new ComplexRows(new double[rows][size], new double[rows][size]);
    }

    void clear() {
        clear(0, re.length);
    }

    void clear(int from, int to) {
        for (int r = from; r < to; r++) {
            Arrays.fill(re[r], 0);
            Arrays.fill(im[r], 0);
        }
    }
}
