package columna.reference.learning;

/** Where the code of Zucchet et al. 2023 computes something else than its equations; off unless asked for. All concern SNAP1. */
public enum Quirk {
    /** The dense linear network pairs the error of t with the trace of its input weights B of t - 1, which lacks the input of t. */
    LATE_INPUT_TRACE,
    /** GRU: the slope of the logistic function is taken as {@code sigma(x) sigma(1 - x)} in the traces and in their decay. */
    MISTAKEN_LOGISTIC_SLOPE,
    /** GRU: the decay of the traces takes the diagonal of U_r where that of U_n belongs. */
    RESET_DIAGONAL_FOR_CANDIDATE
}
