package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Point;

/** What tells the points of a reproduction apart. */
public record PointKey(String configuration, long seed) {

    public static PointKey of(Point point) {
        return new PointKey(point.configuration(), point.seed());
    }
}
