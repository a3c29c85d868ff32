package columna.reference.learning;

import java.util.Arrays;

/** A complex vector per time step, real and imaginary parts apart, so that inner loops run along rows. */
record ComplexRows(double[][] re, double[][] im) {

    static ComplexRows of(int rows, int size) {
        return new ComplexRows(new double[rows][size], new double[rows][size]);
    }

    void clear() {
        for (int r = 0; r < re.length; r++) {
            Arrays.fill(re[r], 0);
            Arrays.fill(im[r], 0);
        }
    }
}
