package columna.cli;

import java.io.PrintStream;
import java.io.PrintWriter;

/**
 * Where the command prints.
 *
 * @param out results
 * @param err messages and progress
 * @param columns width of the terminal behind {@code err}; 0 if there is none, so that no progress is shown
 */
record Terminal(PrintWriter out, PrintWriter err, int columns) {

    /** The process's own; the launcher tells whether there is a terminal, and how wide. */
    static Terminal ofProcess() {
        return new Terminal(writer(System.out), writer(System.err), Integer.getInteger("columna.columns", 0));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** Prints a message as every message of the command begins. */
    void complain(String sentence) {
        err.println("columna: " + sentence);
    }
}
