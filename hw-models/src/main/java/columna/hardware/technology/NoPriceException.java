package columna.hardware.technology;

/** A block or an action that has no price; the message says which, and why. Nothing is ever priced at zero instead. */
public final class NoPriceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NoPriceException(String message) {
        super(message);
    }
}
