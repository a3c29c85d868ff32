package columna.fixedpoint;

/** The whole period in a table, twice in a row, so that a row of words is one slice. */
final class TableRandomWords extends RandomWords {

    private final int period;
    private final int[] doubled;

    TableRandomWords(Lfsr lfsr, int drawBits) {
        super(lfsr, drawBits);
        period = (int) lfsr.period();
        doubled = new int[2 * period];
        Lfsr.Register register = lfsr.register();
        for (int k = 0; k < period; k++) {
            doubled[k] = (int) register.draw(drawBits);
        }
        System.arraycopy(doubled, 0, doubled, period, period);
    }

    @Override
    void fillChecked(long firstUse, int stride, int[] out, int n) {
        int start = (int) (firstUse % period);
        if (stride == 1) {
            fillContiguous(start, out, n);
            return;
        }
        int step = stride % period;
        int index = start;
        for (int i = 0; i < n; i++) {
            out[i] = doubled[index];
            index += step;
            index -= index >= period ? period : 0;
        }
    }

    private void fillContiguous(int start, int[] out, int n) {
        for (int done = 0; done < n; done += period) {
            System.arraycopy(doubled, start, out, done, Math.min(period, n - done));
        }
    }
}
