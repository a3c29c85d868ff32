package columna.reference.learning;

/** The skip connection: {@code output = stream + branch}. */
final class Residual implements Block {

    private final Wire stream;
    private final Wire branch;
    private final Wire output;

    Residual(Wire stream, Wire branch, Wire output) {
        this.stream = stream;
        this.branch = branch;
        this.output = output;
    }

    @Override
    public void forward(int from, int to) {
        for (int t = from; t < to; t++) {
            double[] y = output.value()[t];
            for (int i = 0; i < y.length; i++) {
                y[i] = stream.value()[t][i] + branch.value()[t][i];
            }
        }
    }

    @Override
    public void backward(int from, int to) {
        for (int t = from; t < to; t++) {
            Rows.add(stream.error()[t], output.error()[t]);
            Rows.add(branch.error()[t], output.error()[t]);
        }
    }
}
