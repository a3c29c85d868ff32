package columna.reference.columnar;

import columna.reference.network.Parameters;

/**
 * The features of one column: {@code a = relu(W1 x + b1)}, {@code f = relu(W2 a + b2)}. At 0 the derivative of relu is 0.
 *
 * @param parameters W1 [w][d], b1 [w], W2 [w][w], b2 [w], live
 */
record Features(Parameters parameters) {

    /** What one time step leaves for its gradient. */
    record Activation(double[] x, double[] a, double[] f) {}

    Activation of(double[] x) {
        double[] a = layer("W1", "b1", x);
        return new Activation(x, a, layer("W2", "b2", a));
    }

    private double[] layer(String weights, String bias, double[] input) {
        double[][] w = parameters.matrix(weights);
        double[] output = parameters.vector(bias).clone();
        for (int i = 0; i < output.length; i++) {
            for (int j = 0; j < input.length; j++) {
                output[i] += w[i][j] * input[j];
            }
            output[i] = Math.max(0, output[i]);
        }
        return output;
    }

    /** {@code gradient += (df/dtheta)^T error}; the error is dL/df, [w]. */
    void backward(Activation at, double[] error, Parameters gradient) {
        double[] errorOfA = backward("W2", "b2", at.a(), at.f(), error, gradient);
        backward("W1", "b1", at.x(), at.a(), errorOfA, gradient);
    }

    /** The gradient of one layer; dL/dinput is returned. */
    private double[] backward(String weights, String bias, double[] input, double[] output, double[] error, Parameters gradient) {
        double[][] w = parameters.matrix(weights);
        double[][] gradientOfW = gradient.matrix(weights);
        double[] gradientOfBias = gradient.vector(bias);
        double[] errorOfInput = new double[input.length];
        for (int i = 0; i < output.length; i++) {
            if (output[i] > 0) {
                gradientOfBias[i] += error[i];
                add(error[i], input, gradientOfW[i]);
                add(error[i], w[i], errorOfInput);
            }
        }
        return errorOfInput;
    }

    private static void add(double factor, double[] values, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * values[j];
        }
    }
}
