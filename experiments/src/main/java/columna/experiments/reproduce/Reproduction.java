package columna.experiments.reproduce;

import java.util.List;

/** A published table or figure, to be measured again. */
public interface Reproduction {

    /** Its name on the command line, such as {@code zucchet2023-table1}. */
    String name();

    /** What is measured, in one line without a full stop. */
    String title();

    /** The paper and the table or figure in it. */
    String source();

    /** What the default size leaves out of the full one, in one sentence. */
    String shortened();

    /** What the paper does not say and we assumed, and where we knowingly differ: one sentence each. */
    List<String> assumptions();

    /**
     * The points to be measured, in the order of the report; their configurations and seeds are unique together. The longest start first.
     *
     * @throws IllegalArgumentException if the scope lacks something, such as a data folder; the message is one sentence for the user
     */
    List<Point> points(Scope scope);

    /** What the measured numbers say; some points may be missing when a run was interrupted. */
    Findings findings(Measurements measurements);
}
