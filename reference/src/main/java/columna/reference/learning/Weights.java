package columna.reference.learning;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;

/**
 * What the blocks of one learner are made of.
 *
 * @param parameters the parameters, which are only read
 * @param transposes the transposed matrices
 * @param gradients where gradients are added
 * @param scratch as many rows as the largest matrix has, as long as the longest sequence; each gradient overwrites it
 */
record Weights(Parameters parameters, Transposes transposes, Parameters gradients, double[][] scratch) {

    /** For sequences of at most so many time steps. */
    static Weights of(Parameters parameters, Transposes transposes, Parameters gradients, int steps) {
        int rows = parameters.shapes().stream().mapToInt(ParameterShape::rows).max().orElse(0);
        return new Weights(parameters, transposes, gradients, new double[rows][steps]);
    }

    /** The matrix of that name. */
    Matrix matrix(String name) {
        return new Matrix(parameters.matrix(name), transposes.of(name), gradients.matrix(name), scratch);
    }

    /** The vector of that name. */
    double[] vector(String name) {
        return parameters.vector(name);
    }

    /** The gradient of the vector of that name. */
    double[] gradient(String name) {
        return gradients.vector(name);
    }
}
