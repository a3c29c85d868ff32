package columna.sim.cores;

import columna.fixedpoint.Format;
import columna.sim.program.Table;

/** Supplies the look-up tables of the nonlinearities that programs name. */
public interface Tables {

    /** The nonlinearities that the programs use. */
    enum Nonlinearity {
        /** exp(x). */
        EXPONENTIAL,
        /** exp(x) for x at most 0: the weights of a softmax. */
        SOFTMAX_EXPONENTIAL,
        /** exp(-x) for x at least 0: the modulus of lambda. */
        DECAY,
        /** cos(x), x from 0 to 8. */
        COSINE,
        /** sin(x), x from 0 to 8. */
        SINE,
        /** GELU in its tanh approximation. */
        GELU,
        /** The derivative of {@link #GELU}. */
        GELU_SLOPE,
        /** tanh(x). */
        TANH,
        /** max(0, x), exactly: two straight lines that meet at 0. */
        RELU,
        /** 1 for x at least 0, else 0: the slope of {@link #RELU}. */
        STEP,
        /** 1/(1+exp(-x)). */
        SIGMOID,
        /** 1/x for x above 0. */
        RECIPROCAL,
        /** 1/sqrt(x) for x above 0. */
        RECIPROCAL_SQUARE_ROOT
    }

    /**
     * A table between two formats.
     *
     * @param name the name by which equations call it
     */
    Table table(String name, Nonlinearity nonlinearity, Format input, Format output);
}
