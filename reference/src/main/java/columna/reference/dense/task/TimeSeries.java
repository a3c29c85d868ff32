package columna.reference.dense.task;

/** Inputs {@code x [T][m]} and targets {@code [T][d]}; the rule changes at time step {@code change}, the first of the adaptation phase. */
public record TimeSeries(double[][] x, double[][] targets, int change) {

    public TimeSeries {
        if (x.length != targets.length || change < 0 || change > x.length) {
            throw new IllegalArgumentException("time series: %d inputs, %d targets, change at %d; as many of each, the change among them"
                    .formatted(x.length, targets.length, change));
        }
    }

    public int steps() {
        return x.length;
    }
}
