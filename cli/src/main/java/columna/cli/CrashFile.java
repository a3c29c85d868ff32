package columna.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the stack trace of a failure in a file: one line for the user, everything for whoever mends the program. */
final class CrashFile {

    private CrashFile() {}

    static int report(Terminal terminal, Throwable thrown) {
        String what = thrown.getClass().getSimpleName() + ": " + Columna.firstLine(thrown.getMessage());
        terminal.complain("the program failed (" + what + "); " + where(thrown));
        return ExitCode.FAILURE;
    }

    private static String where(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("columna-failure-", ".txt");
            Files.writeString(file, "Java " + Runtime.version() + "\n" + trace);
            return "please report it with the file " + file;
        } catch (IOException full) {
            return "its stack trace could not be kept (" + full.getMessage() + ")";
        }
    }
}
