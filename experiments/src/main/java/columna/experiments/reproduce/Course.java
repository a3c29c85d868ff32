package columna.experiments.reproduce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** How a point tells how far it is, and lets itself be stopped and taken up again without a bit of difference. */
public interface Course {

    /** The state that an earlier run of this point left behind; read it once, at the beginning. */
    Optional<DataInputStream> resumed() throws IOException;

    /**
     * Tells the share of the work that is done, 0 to 1. The state is written if it is time for that, or if the run is to end here.
     *
     * @throws java.util.concurrent.CancellationException if the run was interrupted; the state is then on disk
     */
    void reached(double share, State state) throws IOException;

    /** As {@link #reached(double, State)} for a point so short that it starts again after an interruption. */
    default void reached(double share) throws IOException {
        reached(share, State.NONE);
    }

    /** Writes everything that the rest of the work depends on. */
    @FunctionalInterface
    interface State {

        /** Nothing worth keeping. */
        State NONE = out -> {};

        void write(DataOutputStream out) throws IOException;
    }

    /** Cannot be stopped, keeps nothing, tells nobody; for tests and for short work. */
    Course UNTOLD = new Course() {
        @Override
        public Optional<DataInputStream> resumed() {
            return Optional.empty();
        }

        @Override
        public void reached(double share, State state) {}
    };
}
