package columna.experiments.chip;

import columna.fixedpoint.Format;
import columna.fixedpoint.Quantization;

/** Rows of doubles to rows of raw words and back. What enters a chip from outside is rounded to nearest. */
public final class Words {

    private Words() {}

    /** The word nearest to a value. */
    public static int word(double value, Format format) {
        return (int) nearest(format).fromDouble(value);
    }

    /** The words nearest to a row. */
    public static int[] row(double[] values, Format format) {
        Format nearest = nearest(format);
        int[] words = new int[values.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = (int) nearest.fromDouble(values[i]);
        }
        return words;
    }

    /** The words nearest to rows. */
    public static int[][] rows(double[][] values, Format format) {
        int[][] words = new int[values.length][];
        for (int row = 0; row < words.length; row++) {
            words[row] = row(values[row], format);
        }
        return words;
    }

    /** Rounding for words that no lane computes. */
    private static Format nearest(Format format) {
        return format.withQuantization(Quantization.RND);
    }
}
