package columna.experiments.verify;

import columna.experiments.verify.baseline.BaselineFile;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files besides the report, as the user named them.
 *
 * @param junit where the JUnit file goes; empty: {@code junit.xml} in the report's folder
 * @param record where a baseline is written
 * @param baseline the baseline to compare with
 */
public record VerifyFiles(Optional<Path> junit, Optional<Path> record, Optional<Path> baseline) {

    private static final int BEGINNING_BYTES = 200;

    /** Only the report's folder. */
    public static final VerifyFiles NONE = new VerifyFiles(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Refuses, before a long run, what could not be written after it, and never lets a file be replaced that is not of the same kind.
     *
     * @throws BadInput with one sentence
     */
    void check() {
        junit.ifPresent(file -> {
            folderOf("--junit", file);
            if (Files.exists(file) && !beginning(file).contains("<testsuite")) {
                throw new BadInput("--junit " + file + ": found a file that is no JUnit file; allowed: a new file, or a JUnit file to replace");
            }
        });
        record.ifPresent(file -> {
            folderOf("--record", file);
            new BaselineFile(file).mayBeReplaced();
        });
    }

    private static void folderOf(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadInput(option + " " + file + ": found " + (Files.isDirectory(file) ? "a folder" : "no folder to write it to")
                    + "; allowed: a file in a folder that exists and that you may write to");
        }
    }

    private static String beginning(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
