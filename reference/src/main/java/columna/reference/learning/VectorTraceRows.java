package columna.reference.learning;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link TraceRows} with the Vector API: two vectors of traces and of gradients stay in registers while time goes on. Each method returns the
 * number of columns that it has done; the rest is left to the plain loops.
 */
final class VectorTraceRows {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TILE = 2 * LANES;

    private VectorTraceRows() {}

    static int advance(TraceRows rows, double lambdaRe, double lambdaIm, double gamma, double[][] z, int from, int to) {
        int tiled = rows.re().length - rows.re().length % TILE;
        for (int i = 0; i < tiled && from < to; i += TILE) {
            advance(rows.re(), rows.im(), lambdaRe, lambdaIm, gamma, z, from, to, i);
        }
        return tiled;
    }

    private static void advance(double[] re, double[] im, double lambdaRe, double lambdaIm, double gamma, double[][] z, int from, int to,
            int i) {
        DoubleVector re0 = DoubleVector.fromArray(SPECIES, re, i);
        DoubleVector im0 = DoubleVector.fromArray(SPECIES, im, i);
        DoubleVector re1 = DoubleVector.fromArray(SPECIES, re, i + LANES);
        DoubleVector im1 = DoubleVector.fromArray(SPECIES, im, i + LANES);
        DoubleVector decay = DoubleVector.broadcast(SPECIES, lambdaRe);
        DoubleVector turn = DoubleVector.broadcast(SPECIES, lambdaIm);
        DoubleVector back = DoubleVector.broadcast(SPECIES, -lambdaIm);
        DoubleVector gain = DoubleVector.broadcast(SPECIES, gamma);
        for (int t = from; t < to; t++) {
            double[] row = z[t];
            DoubleVector old0 = re0;
            DoubleVector old1 = re1;
            re0 = DoubleVector.fromArray(SPECIES, row, i).fma(gain, im0.fma(back, re0.mul(decay)));
            re1 = DoubleVector.fromArray(SPECIES, row, i + LANES).fma(gain, im1.fma(back, re1.mul(decay)));
            im0 = old0.fma(turn, im0.mul(decay));
            im1 = old1.fma(turn, im1.mul(decay));
        }
        re0.intoArray(re, i);
        im0.intoArray(im, i);
        re1.intoArray(re, i + LANES);
        im1.intoArray(im, i + LANES);
    }

    static int credit(TraceRows rows, double lambdaRe, double lambdaIm, double gamma, double[][] z, double[] deltaRe, double[] deltaIm,
            int from, int to) {
        int tiled = rows.re().length - rows.re().length % LANES;
        for (int i = 0; i < tiled && from < to; i += LANES) {
            credit(rows, lambdaRe, lambdaIm, gamma, z, deltaRe, deltaIm, from, to, i);
        }
        return tiled;
    }

    private static void credit(TraceRows rows, double lambdaRe, double lambdaIm, double gamma, double[][] z, double[] deltaRe,
            double[] deltaIm, int from, int to, int i) {
        DoubleVector re = DoubleVector.fromArray(SPECIES, rows.re(), i);
        DoubleVector im = DoubleVector.fromArray(SPECIES, rows.im(), i);
        DoubleVector gradientRe = DoubleVector.fromArray(SPECIES, rows.gradientRe(), i);
        DoubleVector gradientIm = DoubleVector.fromArray(SPECIES, rows.gradientIm(), i);
        DoubleVector decay = DoubleVector.broadcast(SPECIES, lambdaRe);
        DoubleVector turn = DoubleVector.broadcast(SPECIES, lambdaIm);
        DoubleVector back = DoubleVector.broadcast(SPECIES, -lambdaIm);
        DoubleVector gain = DoubleVector.broadcast(SPECIES, gamma);
        for (int t = from; t < to; t++) {
            DoubleVector old = re;
            re = DoubleVector.fromArray(SPECIES, z[t], i).fma(gain, im.fma(back, re.mul(decay)));
            im = old.fma(turn, im.mul(decay));
            DoubleVector a = DoubleVector.broadcast(SPECIES, deltaRe[t]);
            DoubleVector b = DoubleVector.broadcast(SPECIES, -deltaIm[t]);
            gradientRe = im.fma(b, re.fma(a, gradientRe));
            gradientIm = re.fma(b, im.fma(a.neg(), gradientIm));
        }
        re.intoArray(rows.re(), i);
        im.intoArray(rows.im(), i);
        gradientRe.intoArray(rows.gradientRe(), i);
        gradientIm.intoArray(rows.gradientIm(), i);
    }
}
