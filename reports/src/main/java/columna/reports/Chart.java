package columna.reports;

/**
 * A drawing of numbers. The id names its files {@code charts/<id>.png} and {@code data/<id>.csv}; the explanation (which may be
 * empty) stands below it and says how to read it.
 */
public sealed interface Chart extends Block permits LineChart, BarChart, ScatterChart, RangeChart, HeatMap, ParallelCoordinates, HistogramChart {

    String id();

    String title();

    String explanation();
}
