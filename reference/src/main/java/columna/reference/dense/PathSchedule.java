package columna.reference.dense;

import columna.reference.random.RandomStreams;

/** Which paths carry the transition into each time step; the same step always has the same paths. */
@FunctionalInterface
public interface PathSchedule {

    /** The paths into the time step, the first being 0. */
    PathMask at(int timeStep);

    static PathSchedule fixed(PathMask mask) {
        return timeStep -> mask;
    }

    /** Paths drawn anew for every time step, from the streams {@code dense/paths/TIMESTEP}. */
    static PathSchedule resampled(PathSelection selection, int k, DenseParameters parameters, RandomStreams streams) {
        return timeStep -> selection.select(k, parameters, streams.stream("dense/paths/" + timeStep));
    }
}
