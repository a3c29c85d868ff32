package columna.hardware.technology;

/** A technology file that cannot be used; the message is one sentence, {@code FILE:LINE:COLUMN: ...}. */
public final class TechnologyFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    TechnologyFileException(String message) {
        super(message);
    }
}
