package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Plot;
import columna.experiments.reproduce.Sample;
import java.util.List;

/**
 * Estimates over sparsity as curves with their standard errors.
 *
 * @param measurements of the figure
 * @param network of which network
 * @param percents the sparsities; 0 is left out, for the axis is logarithmic
 */
record Curves(Measurements measurements, Network network, List<Double> percents) {

    Plot plot(String id, Calibration.Quantity quantity, List<Estimate> estimates) {
        return new Plot(id, quantity.heading() + ", " + network.words(),
                "Mean over seeds, the band one standard error to either side. Without lateral weights (s = 0, not on this axis) see the table.",
                new Plot.Axis("s, lateral over own weights", "%", true),
                new Plot.Axis(quantity.heading(), quantity.unit(), quantity == Calibration.Quantity.ERROR),
                estimates.stream().map(estimate -> line(quantity, estimate)).toList());
    }

    private Plot.Line line(Calibration.Quantity quantity, Estimate estimate) {
        List<Double> drawn = percents.stream().filter(percent -> percent > 0 && sample(quantity, estimate, percent).size() > 1).toList();
        double[] x = drawn.stream().mapToDouble(percent -> percent).toArray();
        double[] y = drawn.stream().mapToDouble(percent -> sample(quantity, estimate, percent).mean()).toArray();
        double[] spread = drawn.stream().mapToDouble(percent -> sample(quantity, estimate, percent).standardError()).toArray();
        return new Plot.Line(estimate.name(), new Measurement.Curve(x, y), spread);
    }

    private Sample sample(Calibration.Quantity quantity, Estimate estimate, double percent) {
        return measurements.sample(network.at(percent).configuration(), quantity.of(estimate));
    }
}
