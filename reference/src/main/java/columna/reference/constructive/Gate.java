package columna.reference.constructive;

/** The gates of an LSTM column, in the order of its parameter rows. */
public enum Gate {
    /** i, what is written. */
    INPUT,
    /** f, what is kept. */
    FORGET,
    /** g, what would be written. */
    CANDIDATE,
    /** o, what is shown. */
    OUTPUT
}
