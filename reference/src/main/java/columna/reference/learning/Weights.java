package columna.reference.learning;

import columna.reference.network.Parameters;

/**
 * What the blocks of one learner are made of.
 *
 * @param parameters the parameters, which are only read
 * @param transposes the transposed matrices
 * @param gradients where gradients are added
 */
record Weights(Parameters parameters, Transposes transposes, Parameters gradients) {

    /** The matrix of that name. */
    Matrix matrix(String name) {
        return new Matrix(parameters.matrix(name), transposes.of(name), gradients.matrix(name));
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
