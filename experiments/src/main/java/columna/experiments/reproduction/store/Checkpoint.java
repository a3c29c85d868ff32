package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Course;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The state of an unfinished point in a file: what run and point it is of, the share of the work done, the state with its length and
 * checksum.
 */
final class Checkpoint {

    private static final String MAGIC = "columna checkpoint";

    private final Path file;
    private final RunIdentity run;
    private final PointKey point;

    Checkpoint(Path file, RunIdentity run, PointKey point) {
        this.file = file;
        this.run = run;
        this.point = point;
    }

    /** Writes; a state of no bytes is not worth a file. */
    void write(double share, Course.State state) throws IOException {
        byte[] bytes = bytes(state);
        if (bytes.length > 0) {
            WholeFile.write(file, bytes(out -> {
                header(out);
                out.writeDouble(share);
                out.writeInt(bytes.length);
                out.writeLong(checksum(bytes));
                out.write(bytes);
            }));
        }
    }

    private void header(DataOutputStream out) throws IOException {
        out.writeUTF(MAGIC);
        out.writeInt(run.format());
        out.writeUTF(run.fingerprint());
        out.writeUTF(run.reproduction());
        out.writeUTF(point.configuration());
        out.writeLong(point.seed());
    }

    private static byte[] bytes(Course.State state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            state.write(out);
        }
        return bytes.toByteArray();
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /**
     * The state that was written; empty if there is none, or if the file was damaged and the point has to start again.
     *
     * @throws Unreadable if it is of another program, run or point
     */
    Optional<SavedState> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] found = Files.readAllBytes(file);
        byte[] header = bytes(this::header);
        if (found.length >= header.length && !java.util.Arrays.equals(header, 0, header.length, found, 0, header.length)) {
            throw new Unreadable(file, "a checkpoint of another point or another version of the program", null);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(found));
        if (found.length < header.length + Double.BYTES + Integer.BYTES + Long.BYTES) {
            return Optional.empty();
        }
        in.skipNBytes(header.length);
        double share = in.readDouble();
        int length = in.readInt();
        long checksum = in.readLong();
        byte[] state = in.readAllBytes();
        return state.length == length && checksum(state) == checksum ? Optional.of(new SavedState(share, state)) : Optional.empty();
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
