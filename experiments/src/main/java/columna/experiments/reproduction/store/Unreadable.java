package columna.experiments.reproduction.store;

import columna.experiments.yaml.BadInput;
import java.nio.file.Path;

/** A file that is whole and yet not what this program wrote there. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(Path file, String found, Throwable cause) {
        super(file + ": found " + found + "; allowed: the file as the program left it, or another --output", cause);
    }

    /** The sentence for the user. */
    BadInput forUser() {
        return new BadInput(getMessage());
    }
}
