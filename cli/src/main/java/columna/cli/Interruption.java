package columna.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C asks the run to stop at the end of its sequence; the virtual machine waits until the partial report is written, then ends with
 * 130 as for any interrupted program.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile boolean requested;

    private Interruption() {}

    /** Begins to watch. */
    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the run should stop. */
    boolean requested() {
        return requested;
    }

    /** The run has ended and said so. */
    void finished() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                requested = true;
            }
        }
    }

    /** What a signal does, through the hook. */
    void stop() {
        requested = true;
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("columna: the run did not stop within " + PATIENCE_SECONDS + " seconds; its report is incomplete");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
