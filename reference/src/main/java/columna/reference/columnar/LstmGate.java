package columna.reference.columnar;

import java.util.Locale;

/** The gates of an LSTM unit: input, forget, cell input (the candidate), output. */
public enum LstmGate {
    I, F, G, O;

    /** The name of a parameter of this gate, for example {@code W_i}. */
    String of(String parameter) {
        return parameter + "_" + name().toLowerCase(Locale.ROOT);
    }

    /** {@code sigma(a)}, or {@code tanh(a)} for G. */
    double activation(double a) {
        return this == G ? StrictMath.tanh(a) : 1 / (1 + StrictMath.exp(-a));
    }

    /** The derivative of the activation by its argument, from its value. */
    double slope(double value) {
        return this == G ? 1 - value * value : value * (1 - value);
    }
}
