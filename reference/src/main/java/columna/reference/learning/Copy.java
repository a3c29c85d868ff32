package columna.reference.learning;

/** Passes a value on unchanged, so that the error of one reader stays apart from that of the others. */
record Copy(Wire input, Wire output) implements Block {

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            System.arraycopy(input.value()[t], 0, output.value()[t], 0, input.size());
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.add(input.error()[t], output.error()[t]);
        }
    }
}
