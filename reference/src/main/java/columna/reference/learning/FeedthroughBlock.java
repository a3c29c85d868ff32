package columna.reference.learning;

import columna.reference.network.NetworkSpec.Feedthrough;

/** The part of a cell's output that does not pass through its state: {@code y += D z}, D a matrix or a vector (its diagonal). */
sealed interface FeedthroughBlock extends Block {

    static FeedthroughBlock of(Feedthrough shape, String name, Weights weights, Wire input, Wire output) {
        return switch (shape) {
            case DIAGONAL -> new Diagonal(weights.vector(name), weights.gradient(name), input, output);
            case FULL -> new Full(weights.matrix(name), input, output);
        };
    }

    /** {@code y_i += D_i z_i}. */
    record Diagonal(double[] d, double[] gradient, Wire input, Wire output) implements FeedthroughBlock {

        @Override
        public void forward(int from, int to) {
            for (int t = from; t < to; t++) {
                Rows.addProduct(output.value()[t], d, input.value()[t]);
            }
        }

        @Override
        public void backward(int from, int to) {
            for (int t = from; t < to; t++) {
                Rows.addProduct(input.error()[t], d, output.error()[t]);
            }
        }

        @Override
        public void accumulate(int from, int to) {
            for (int t = from; t < to; t++) {
                Rows.addProduct(gradient, output.error()[t], input.value()[t]);
            }
        }
    }

    /** {@code y_i += sum_j D_ij z_j}. */
    record Full(Matrix d, Wire input, Wire output) implements FeedthroughBlock {

        @Override
        public void forward(int from, int to) {
            d.addProducts(input.value(), output.value(), from, to);
        }

        @Override
        public void backward(int from, int to) {
            d.addTransposedProducts(output.error(), input.error(), from, to);
        }

        @Override
        public void accumulate(int from, int to) {
            d.accumulate(output.error(), input.value(), from, to);
        }
    }
}
