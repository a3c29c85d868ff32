package columna.sim.cores.dense;

import java.util.List;

/** One kind of dense unit as lines of a program: what it declares, how its hidden state advances, how its sensitivities do, how it learns. */
sealed interface DenseCell permits TanhCell, LstmCell, RtrlLstmCell, GruCell, RtrlGruCell {

    /**
     * Hidden units that the read-out sees as one vector.
     *
     * @param name the suffix of its signals
     * @param axis its index
     */
    record Units(String name, columna.sim.program.Axis axis) {

        String hidden() {
            return "dense.h" + suffix() + "[" + axis + "]";
        }

        /** {@code rate dL/dh}. */
        String scaledError() {
            return "error.scaled" + suffix() + "[" + axis + "]";
        }

        String suffix() {
            return name.isEmpty() ? "" : "." + name;
        }
    }

    /** All hidden units, in one vector or in several. */
    List<Units> units();

    /** Declares memories and tables. */
    void declare();

    /** From the observation to the hidden state. */
    void advance();

    /** Sensitivities of the new hidden state; after the prediction is sent. */
    void carrySensitivities();

    /** Takes the step of every recurrent parameter along {@link Units#scaledError}. */
    void update();
}
