package columna.cli;

/** How the command ends, for scripts. */
final class ExitCode {
    /** All is well. */
    static final int OK = 0;
    /** The run finished, but its verdict is bad: for example a deadline was missed. */
    static final int BAD_VERDICT = 1;
    /** The user's input was refused. */
    static final int BAD_INPUT = 2;
    /** The program failed. */
    static final int FAILURE = 3;
    /** Ctrl-C: 128 + SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
