package columna.cli;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The experiment file that a command is to write: refused before hours of work if it cannot be written, and whole or not there afterwards.
 */
final class ExperimentTarget {
    private final String name;
    private final Path path;

    private ExperimentTarget(String name, Path path) {
        this.name = name;
        this.path = path;
    }

    static ExperimentTarget of(String name, boolean force) {
        String where = "--write " + name.replaceAll("\\p{Cntrl}", "?") + ": ";
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new BadInput(where + "found an impossible path; allowed: the path of a file");
        }
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path) || folder == null) {
            throw new BadInput(where + "found a folder; allowed: the path of a file");
        }
        if (Files.exists(path) && !force) {
            throw new BadInput(where + "found an existing file; allowed: a new one, or --force to replace it");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadInput(where + "found no folder to write this file to; allowed: a file in a folder you may write to");
        }
        return new ExperimentTarget(name, path);
    }

    void write(String text) {
        try {
            Path part = Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName().toString(), ".part");
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException denied) {
            throw new BadInput("--write " + name + ": found no way to write this file (" + denied.getMessage() + "); the report is complete");
        }
    }
}
