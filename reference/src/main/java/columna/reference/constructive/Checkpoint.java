package columna.reference.constructive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;

/** How arrays and generators are written to a checkpoint and read back into objects of the same shape, bit for bit. */
final class Checkpoint {

    private Checkpoint() {}

    static void save(DataOutput out, double[]... rows) throws IOException {
        for (double[] row : rows) {
            out.writeInt(row.length);
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    /** @throws IllegalArgumentException if a row was saved with another length */
    static void restore(DataInput in, double[]... rows) throws IOException {
        for (double[] row : rows) {
            int length = in.readInt();
            if (length != row.length) {
                throw new IllegalArgumentException("checkpoint: a row of " + length + " numbers; allowed is one of " + row.length
                        + ", as the network or stream that is to be restored has it");
            }
            for (int j = 0; j < length; j++) {
                row[j] = in.readDouble();
            }
        }
    }

    static void save(DataOutput out, RestorableUniformRandomProvider random) throws IOException {
        byte[] state = ((RandomProviderDefaultState) random.saveState()).getState();
        out.writeInt(state.length);
        out.write(state);
    }

    static void restore(DataInput in, RestorableUniformRandomProvider random) throws IOException {
        byte[] state = new byte[in.readInt()];
        in.readFully(state);
        random.restoreState(new RandomProviderDefaultState(state));
    }
}
