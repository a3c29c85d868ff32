package columna.reference.dense;

/** One source at a time, in loops that the compiler may vectorise. */
final class PlainSums implements StripSums {

    @Override
    public void add(int[] sources, double[] factors, double[][] rows, double[] to) {
        for (int s = 0; s < sources.length; s++) {
            add(factors[s], rows[sources[s]], to);
        }
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int c = 0; c < WIDTH; c++) {
            to[c] = Math.fma(factor, from[c], to[c]);
        }
    }
}
