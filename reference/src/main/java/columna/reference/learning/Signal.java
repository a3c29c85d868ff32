package columna.reference.learning;

/**
 * The signals of a layer (u, z, ... as in {@link columna.reference.network.NetworkSpec}) and of the network that an observer sees. An error
 * is dL/dsignal, L the loss of the sequence; for the online rules it is the instantaneous error of its time step.
 */
public enum Signal {
    /** u, the residual stream entering a layer, before its norm. */
    RESIDUAL,
    /** z, the input of the cell, after a norm PRE. */
    CELL_INPUT,
    /** B z, complex, before gamma. */
    DRIVE,
    /** h, complex; real for RNN and GRU. */
    HIDDEN,
    /** e^lam, complex; rule ONLINE only. */
    TRACE_LAMBDA,
    /** e^gam, complex; rule ONLINE only. */
    TRACE_GAMMA,
    /** e^B, one row per unit: complex, of rule ONLINE; real, of the dense linear network under SNAP1. */
    TRACE_B,
    /** e^A, real, one row per unit; the dense linear network under SNAP1 only. */
    TRACE_A,
    /** r, the reset gate; GRU only. */
    RESET_GATE,
    /** z, the update gate; GRU only. */
    UPDATE_GATE,
    /** n, the candidate state; GRU only. */
    CANDIDATE,
    /** y, the output of the cell with its feedthrough. */
    CELL_OUTPUT,
    /** gelu(y). */
    GELU,
    /** W1 a + b1, the value path of the GLU. */
    GLU_VALUE,
    /** W2 a + b2, the gate path of the GLU, before the logistic function. */
    GLU_GATE_INPUT,
    /** sigma(W2 a + b2). */
    GLU_GATE,
    /** s, the product of value and gate. */
    GLU_PRODUCT,
    /** The residual stream leaving a layer, after a norm POST. */
    LAYER_OUTPUT,
    /** The outputs of the network: logits, or values. */
    OUTPUT,
    /** softmax of the logits; cross-entropy only. */
    PROBABILITY,
    /** dL/doutput. */
    ERROR_OUTPUT,
    /** dL/d(layer output). */
    ERROR_LAYER_OUTPUT,
    /** dL/ds. */
    ERROR_GLU_PRODUCT,
    /** dL/d(W1 a + b1). */
    ERROR_GLU_VALUE,
    /** dL/d(W2 a + b2). */
    ERROR_GLU_GATE_INPUT,
    /** dL/d gelu(y). */
    ERROR_GELU,
    /** g = dL/dy. */
    ERROR_CELL_OUTPUT,
    /**
     * delta = dL/dRe h - i dL/dIm h, complex: C^T g, and for BPTT also lambda times the delta of the next time step. For RNN and GRU
     * dL/dh, real.
     */
    DELTA,
    /** dL/dz through the cell: Re(B^T (gamma delta)) + D g. */
    ERROR_CELL_INPUT,
    /** dL/du, through the cell and the skip connection. */
    ERROR_RESIDUAL
}
