package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.ParameterShape;

/** About how long a training takes on one core; measured on the machine of the project, for ordering and totals only. */
final class WorkEstimate {

    /** Seconds per parameter, time step and sequence, from measured runs of the paper's networks. */
    private static final double SECONDS = 1e-9;

    private WorkEstimate() {}

    static double seconds(Recipe recipe, int sequences, int steps) {
        double parameters = ParameterShape.of(recipe.network()).stream().mapToDouble(ParameterShape::count).sum();
        double compared = (double) recipe.alignedBatches() / recipe.updatesPerEpoch(sequences);
        return SECONDS * parameters * steps * sequences * recipe.epochs() * (1 + Math.min(1, compared));
    }
}
