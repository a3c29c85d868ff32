package columna.hardware.technology;

import java.util.Locale;

/** How well a number is known, best first; a number made of several is known as badly as the worst of them. */
public enum Evidence {
    /** Measured on silicon at this node and supply. */
    MEASURED,
    /** Printed in a paper or a foundry file. */
    PUBLISHED,
    /** Computed from a model or a published number and corrected to this node and supply. */
    SCALED,
    /** A stated assumption, or an extrapolation beyond the data. */
    ASSUMED;

    Evidence worse(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The name as a technology file writes it, such as {@code scaled}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
