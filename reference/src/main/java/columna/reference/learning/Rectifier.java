package columna.reference.learning;

/** {@code y = max(x, 0)}, element by element; its slope at 0 is 0. */
record Rectifier(Wire input, Wire output) implements Block {

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] x = input.value()[t];
            double[] y = output.value()[t];
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.max(x[i], 0);
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] dx = input.error()[t];
            for (int i = 0; i < dx.length; i++) {
                dx[i] += input.value()[t][i] > 0 ? output.error()[t][i] : 0;
            }
        }
    }
}
