package columna.experiments.reproduction.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;

/**
 * Where an unfinished point stopped.
 *
 * @param share of its work that is done
 * @param bytes of its state
 */
public record SavedState(double share, byte[] bytes) {

    /** The state from its beginning. */
    public DataInputStream stream() {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
