package columna.reference.columnar;

import columna.reference.network.Parameters;
import java.util.List;

/**
 * dL/dparameters of a columnar network.
 *
 * @param columns dL/dtheta_i of every column
 * @param readout dL/dw [n] and, if the read-out has one, dL/dw_bias [1]. Under LMS {@code w} is that before time step 0, and its gradient is
 *     counted only where errors were carried back through the weights to that time step; otherwise it is 0
 */
public record ColumnarGradient(List<Parameters> columns, Parameters readout) {}
