package columna.cli;

import columna.reports.page.Rehearsal;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Work that fills a folder and may be interrupted: what Ctrl-C, failures and refused input do to it, and its exit code. */
final class LongWork {

    /** Does the work and tells what came of it. */
    @FunctionalInterface
    interface Work {
        /**
         * @param interrupted whether the work should stop, or has
         * @return whether the verdict is good
         */
        boolean into(Path folder, BooleanSupplier interrupted);
    }

    private LongWork() {}

    /** A folder that was made for the work does not stay if nothing comes of it. */
    static int in(RunFolder folder, Terminal terminal, Work work) {
        // Before a signal can arrive: an ending machine can no longer load what draws charts.
        Rehearsal.begin();
        Interruption interruption = Interruption.watch();
        try {
            boolean good = work.into(folder.path(), interruption::requested);
            return interruption.requested() ? ExitCode.INTERRUPTED : good ? ExitCode.OK : ExitCode.BAD_VERDICT;
        } catch (RuntimeException | LinkageError refused) {
            folder.abandon();
            if (interruption.requested()) {
                terminal.complain("interrupted before there was anything to report");
                return ExitCode.INTERRUPTED;
            }
            throw refused;
        } finally {
            interruption.finished();
        }
    }
}
