package columna.cli;

import columna.experiments.spec.ShippedExperiments;
import columna.experiments.spec.ShippedPredictions;
import columna.experiments.study.definition.ShippedStudies;
import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code columna new}: a commented experiment or study file to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes an experiment or study file with comments, to be changed; never over an existing file.")
final class NewCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to write, for example my-chip.yaml.")
    private String file;

    @Option(names = "--from", paramLabel = "NAME", defaultValue = "copy-task", description = "The shipped experiment, prediction or study it is copied from (default: ${DEFAULT-VALUE}).")
    private String from;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        boolean study = ShippedStudies.names().contains(from);
        String text = study
                ? ShippedStudies.text(from)
                : ShippedPredictions.names().contains(from) ? ShippedPredictions.text(from) : ShippedExperiments.text(from);
        try {
            Path path = Path.of(file);
            Files.write(path, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            terminal.out().println("Wrote " + path + "; run it with: columna " + (study ? "sweep " : "run ") + (file.contains("/") || file.matches(".*\\.ya?ml") ? file : "./" + file));
        } catch (FileAlreadyExistsException taken) {
            throw new BadInput(file + ": found an existing file; allowed: a new one, nothing is overwritten");
        } catch (NoSuchFileException missing) {
            throw new BadInput(file + ": found no folder for this file; allowed: a file in a folder that exists");
        } catch (IOException | InvalidPathException denied) {
            throw new BadInput(file.replaceAll("\\p{Cntrl}", "?") + ": found no way to write this file; allowed: a file in a folder you may write to");
        }
    }
}
