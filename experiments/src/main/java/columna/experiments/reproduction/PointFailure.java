package columna.experiments.reproduction;

import columna.experiments.reproduce.Point;

/** A point could not be measured; the points that were finished before are kept. */
public final class PointFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PointFailure(Point point, Throwable cause) {
        super("'" + point.configuration() + "' with seed " + point.seed() + " failed, finished points are kept; " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }
}
