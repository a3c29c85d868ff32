package columna.hardware.technology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A technology file of a user, in a folder of the test. */
final class UserFile {
    private UserFile() {}

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("mine.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
