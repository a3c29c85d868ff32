package columna.reference.learning;

import java.util.Arrays;

/** A complex vector per time step, real and imaginary parts apart, so that inner loops run along rows. */
record ComplexRows(double[][] re, double[][] im) {

    static ComplexRows of(int rows, int size) {
        return new ComplexRows(new double[rows][size], new double[rows][size]);
    }

    /** {@code state = lambda state + source}, element by element; one method, so that the loop is short and runs in vectors. */
    static void turn(double[] lambdaRe, double[] lambdaIm, double[] re, double[] im, double[] sourceRe, double[] sourceIm) {
        int length = re.length;
        for (int n = 0; n < length; n++) {
            double old = re[n];
            re[n] = lambdaRe[n] * old - lambdaIm[n] * im[n] + sourceRe[n];
            im[n] = lambdaRe[n] * im[n] + lambdaIm[n] * old + sourceIm[n];
        }
    }

    /** {@code sum_re += Re(p q)}. */
    static void addRealOfProduct(double[] sumRe, double[] pRe, double[] pIm, double[] qRe, double[] qIm) {
        int length = sumRe.length;
        for (int n = 0; n < length; n++) {
            sumRe[n] += pRe[n] * qRe[n] - pIm[n] * qIm[n];
        }
    }

    /** {@code sum_im += Im(p q)}. */
    static void addImaginaryOfProduct(double[] sumIm, double[] pRe, double[] pIm, double[] qRe, double[] qIm) {
        int length = sumIm.length;
        for (int n = 0; n < length; n++) {
            sumIm[n] += pRe[n] * qIm[n] + pIm[n] * qRe[n];
        }
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
