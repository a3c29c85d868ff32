package columna.experiments.reproduction.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all, at whatever moment the program ends; a fall of the machine is not provided for. */
final class WholeFile {

    private WholeFile() {}

    /** Writes beside the file, then puts it in its place; an older one is replaced. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
