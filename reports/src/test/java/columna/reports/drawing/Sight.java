package columna.reports.drawing;

/**
 * How colours look: CIE L*a*b* (D65) and the contrast of WCAG 2, for readers with all cones and with full protanopia and deuteranopia, simulated by the
 * matrices of Machado, Oliveira and Fernandes (IEEE TVCG 15(6), 2009, severity 1.0) in linear RGB.
 */
final class Sight {
    static final double[][] PROTANOPIA = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
    static final double[][] DEUTERANOPIA = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
    static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] TO_XYZ = {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private Sight() {
    }

    static double contrast(String a, String b) {
        double la = times(TO_XYZ, linear(a))[1] + 0.05;
        double lb = times(TO_XYZ, linear(b))[1] + 0.05;
        return Math.max(la, lb) / Math.min(la, lb);
    }

    static double[] lab(String colour, double[][] eye) {
        double[] xyz = times(TO_XYZ, times(eye, linear(colour)));
        double[] f = new double[3];
        for (int i = 0; i < 3; i++) {
            double t = Math.max(0, xyz[i] / WHITE[i]);
            f[i] = t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] linear(String colour) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            out[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return out;
    }

    private static double[] times(double[][] m, double[] v) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
        }
        return out;
    }

    static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
