package columna.experiments.study.store;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process at a time works in a study's folder; the operating system lets go when the process dies. */
final class StudyLock implements AutoCloseable {

    private static final String NAME = "study.lock";

    private final FileChannel channel;

    private StudyLock(FileChannel channel) {
        this.channel = channel;
    }

    static StudyLock take(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new StudyLock(channel);
            }
        } catch (OverlappingFileLockException ours) {
            // Another thread of this process has it: no different from another process.
        }
        channel.close();
        throw new BadInput(folder + ": found another process at work on this study; allowed: to wait for it, or another --output");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
