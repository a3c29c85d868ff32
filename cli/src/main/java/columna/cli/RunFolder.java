package columna.cli;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one run's results. A hidden file marks it, so that a later run may replace the results of an earlier one but never touches
 * a folder of the user's.
 */
final class RunFolder {
    static final String MARK = ".columna-run";
    private static final int MOST_RUNS = 100_000;

    private final Path path;
    private final boolean created;

    private RunFolder(Path path, boolean created) {
        this.path = path;
        this.created = created;
    }

    Path path() {
        return path;
    }

    /** The folder that the user names: new, empty, or of an earlier run. */
    static RunFolder named(String name) {
        Path path = parse(name);
        String where = "--output " + name + ": ";
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BadInput(where + "found a file; allowed: a new folder, an empty one, or one of an earlier run");
        }
        boolean existed = Files.exists(path);
        if (existed && !Files.exists(path.resolve(MARK)) && !empty(where, path)) {
            throw new BadInput(where + "found a folder with other files in it; allowed: a new folder, an empty one, or one of an earlier run");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException denied) {
            throw new BadInput(where + "found no way to create this folder (" + reason(denied) + "); allowed: a folder you may write to");
        }
        return new RunFolder(path, !existed).marked(where);
    }

    /** A folder {@code runs/NAME-NNN} that did not exist, under the current one. */
    static RunFolder fresh(String experiment) {
        Path runs = Path.of("runs");
        String where = runs.toAbsolutePath() + ": ";
        try {
            Files.createDirectories(runs);
            return numbered(runs, experiment).marked(where);
        } catch (IOException denied) {
            throw new BadInput(where + "found no way to create a folder for the results (" + reason(denied) + "); name one with --output DIR");
        }
    }

    /**
     * Under {@code runs} the last of {@code NAME}, {@code NAME-001} and so on that holds an unfinished run; if none does, {@code NAME}, or a
     * fresh number when that exists.
     */
    static RunFolder unfinishedOrFresh(String name, Predicate<Path> unfinished) {
        Path runs = Path.of("runs");
        Path first = runs.resolve(name);
        Optional<Path> found = earlier(runs, name).filter(unfinished).reduce((one, later) -> later);
        if (found.isPresent() || !Files.exists(first)) {
            return named(found.orElse(first).toString());
        }
        return fresh(name);
    }

    private static Stream<Path> earlier(Path runs, String name) {
        try (Stream<Path> folders = Files.exists(runs) ? Files.list(runs) : Stream.empty()) {
            return folders.filter(folder -> folder.getFileName().toString().matches(Pattern.quote(name) + "(-\\d+)?")).sorted().toList().stream();
        } catch (IOException denied) {
            throw new BadInput(runs.toAbsolutePath() + ": found a folder that cannot be read (" + reason(denied) + "); name one with --output DIR");
        }
    }

    private static RunFolder numbered(Path runs, String experiment) throws IOException {
        for (int number = 1; number <= MOST_RUNS; number++) {
            try {
                Path path = runs.resolve(experiment + "-" + String.format(Locale.ROOT, "%03d", number));
                return new RunFolder(Files.createDirectory(path), true);
            } catch (FileAlreadyExistsException taken) {
                // The next number; creating is the test, so two runs at once get two folders.
            }
        }
        throw new IOException("it holds " + MOST_RUNS + " runs");
    }

    private RunFolder marked(String where) {
        try {
            Files.writeString(path.resolve(MARK), "Results of one run of columna; a later run with this --output may replace them.\n");
            return this;
        } catch (IOException denied) {
            throw new BadInput(where + "found a folder that cannot be written (" + reason(denied) + "); allowed: a folder you may write to");
        }
    }

    /** Leaves nothing behind after input that was refused late or a failure: a folder made for this run and still without results. */
    void abandon() {
        if (created) {
            try (Stream<Path> files = Files.list(path)) {
                if (files.allMatch(file -> file.getFileName().toString().equals(MARK))) {
                    Files.deleteIfExists(path.resolve(MARK));
                    Files.deleteIfExists(path);
                }
            } catch (IOException kept) {
                // An empty folder stays; the complaint about the input matters more.
            }
        }
    }

    private static Path parse(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new BadInput("--output: found an impossible path; allowed: the path of a folder");
        }
    }

    private static boolean empty(String where, Path path) {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (IOException denied) {
            throw new BadInput(where + "found a folder that cannot be read (" + reason(denied) + "); allowed: a folder you may write to");
        }
    }

    /** The exception's name says what its message (only the path) does not. */
    private static String reason(IOException exception) {
        return switch (exception) {
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            case java.nio.file.FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(exception.getMessage());
        };
    }
}
