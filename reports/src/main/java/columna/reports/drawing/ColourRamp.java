package columna.reports.drawing;

/**
 * Colours for amounts, from dark blue (0) to pale yellow (1): a straight line in Oklab (Ottosson, 2020), where equal distances look equally
 * different. Lightness grows all the way, and blue against yellow is the difference that readers without red or green cones keep, so
 * the order is read by everyone and survives a black-and-white print. The same on light and dark pages.
 */
final class ColourRamp {
    private static final double[] LOW = {0.29, 0.0, -0.098};
    private static final double[] HIGH = {0.945, -0.03, 0.135};
    private static final double[][] TO_CONES = {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}};
    private static final double[][] TO_RGB = {{4.0767416621, -3.3077115913, 0.2309699292}, {-1.2684380046, 2.6097574011, -0.3413193965},
        {-0.0041960863, -0.7034186147, 1.7076147010}};
    /** Above this luminance black text has more contrast than white (WCAG 2: both have 4.58 here). */
    private static final double MIDDLE = 0.179;

    private ColourRamp() {
    }

    /** The colour of an amount from 0 to 1, 0xRRGGBB in sRGB. */
    static int rgb(double amount) {
        int rgb = 0;
        for (double channel : linear(amount)) {
            double encoded = channel <= 0.0031308 ? 12.92 * channel : 1.055 * Math.pow(channel, 1 / 2.4) - 0.055;
            rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(encoded, 0.0, 1.0));
        }
        return rgb;
    }

    /** Whether white text reads better than black on the amount's colour. */
    static boolean isDark(double amount) {
        double[] c = linear(amount);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] < MIDDLE;
    }

    static String hex(double amount) {
        return String.format("#%06x", rgb(amount));
    }

    private static double[] linear(double amount) {
        double t = Math.clamp(amount, 0.0, 1.0);
        double[] lab = new double[3];
        for (int i = 0; i < 3; i++) {
            lab[i] = LOW[i] + t * (HIGH[i] - LOW[i]);
        }
        double[] cones = times(TO_CONES, lab);
        for (int i = 0; i < 3; i++) {
            cones[i] = cones[i] * cones[i] * cones[i];
        }
        return times(TO_RGB, cones);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return out;
    }
}
