package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.ParameterShape;

/** About how long a training takes on one core; measured on the machine of the project, for ordering and totals only. */
final class WorkEstimate {

    /** Seconds per time step and layer, and further ones per parameter: measured on networks of 4,000 to 268,000 parameters in 1 to 4 layers. */
    private static final double PER_LAYER = 1.75e-6;

    private static final double PER_PARAMETER = 2.1e-10;

    private WorkEstimate() {}

    static double seconds(Recipe recipe, int sequences, int steps) {
        double parameters = ParameterShape.of(recipe.network()).stream().mapToDouble(ParameterShape::count).sum();
        double compared = Math.min(1, (double) recipe.alignedBatches() / recipe.updatesPerEpoch(sequences));
        double passes = (double) sequences * recipe.epochs() * (1 + 2 * compared);
        return passes * steps * (PER_LAYER * recipe.network().layers() + PER_PARAMETER * parameters);
    }
}
