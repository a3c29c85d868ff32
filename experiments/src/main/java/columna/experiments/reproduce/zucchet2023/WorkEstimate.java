package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.ParameterShape;

/** About how long a training takes on one core; measured on the machine of the project, for ordering and totals only. */
final class WorkEstimate {

    /** Seconds per time step of a sequence, and further ones per parameter: measured on networks of 17,000 and of 268,000 parameters. */
    private static final double PER_STEP = 7e-6;

    private static final double PER_PARAMETER = 2.1e-10;

    private WorkEstimate() {}

    static double seconds(Recipe recipe, int sequences, int steps) {
        double parameters = ParameterShape.of(recipe.network()).stream().mapToDouble(ParameterShape::count).sum();
        double compared = Math.min(1, (double) recipe.alignedBatches() / recipe.updatesPerEpoch(sequences));
        double passes = (double) sequences * recipe.epochs() * (1 + 2 * compared);
        return passes * steps * (PER_STEP + PER_PARAMETER * parameters);
    }
}
