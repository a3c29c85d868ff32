package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Criterion;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table of a calibration: sparsities down, estimates across. Where a cell prints no standard error, that of the nearest row of its column
 * serves; where the column prints none, the calibration's networks are taken to spread as our seeds do.
 *
 * @param network of which network
 * @param quantity what kind of number
 * @param networks how many networks the calibration averaged
 * @param columns estimate to sparsity in per cent to cell
 */
record Calibration(Network network, Quantity quantity, int networks, SortedMap<String, SortedMap<Double, Printed>> columns) {

    static final String ORIGIN = "calibration of the specification";

    /** What a table holds. */
    enum Quantity {
        ALIGNMENT("Alignment", "%", Estimate::alignment),
        ERROR("Mean absolute error", "1", Estimate::error);

        private final String heading;
        private final String unit;
        private final Function<Estimate, String> number;

        Quantity(String heading, String unit, Function<Estimate, String> number) {
            this.heading = heading;
            this.unit = unit;
            this.number = number;
        }

        String heading() {
            return heading;
        }

        String unit() {
            return unit;
        }

        /** The name of the measured number. */
        String of(Estimate estimate) {
            return number.apply(estimate);
        }
    }

    /** Reads a table: a line of column names, then lines of a sparsity in per cent and cells, divided by {@code |}; an empty cell is not given. */
    static Calibration of(Network network, Quantity quantity, int networks, String table) {
        List<String[]> lines = table.lines().map(line -> line.split("\\|", -1)).toList();
        SortedMap<String, SortedMap<Double, Printed>> columns = new TreeMap<>();
        for (int c = 1; c < lines.getFirst().length; c++) {
            SortedMap<Double, Printed> column = new TreeMap<>();
            for (String[] line : lines.subList(1, lines.size())) {
                if (!line[c].isBlank()) {
                    column.put(Double.valueOf(line[0].strip()), Printed.of(line[c]));
                }
            }
            columns.put(lines.getFirst()[c].strip(), column);
        }
        return new Calibration(network, quantity, networks, columns);
    }

    /** No table: what is measured stands by itself. */
    static Calibration none(Network network, Quantity quantity) {
        return new Calibration(network, quantity, 0, new TreeMap<>());
    }

    /** The printed mean of an estimate at a sparsity. */
    double value(Estimate estimate, double percent) {
        return columns.get(estimate.name()).get(percent).value();
    }

    /** Every estimate at every sparsity beside its cell, or by itself where the table has none. */
    List<Comparison> comparisons(Measurements measurements, List<Estimate> estimates, List<Double> percents) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Estimate estimate : estimates) {
            for (double percent : percents) {
                Sample measured = measurements.sample(network.at(percent).configuration(), quantity.of(estimate));
                SortedMap<Double, Printed> column = columns.getOrDefault(estimate.name(), new TreeMap<>());
                comparisons.add(column.containsKey(percent) ? comparison(estimate, percent, measured)
                        : comparison(estimate, percent, OptionalDouble.empty(), "", measured, new Criterion.Open()));
            }
        }
        return comparisons;
    }

    private Comparison comparison(Estimate estimate, double percent, Sample measured) {
        return comparison(estimate, percent, OptionalDouble.of(value(estimate, percent)), ORIGIN, measured,
                criterion(columns.get(estimate.name()), percent, measured));
    }

    private Comparison comparison(Estimate estimate, double percent, OptionalDouble published, String origin, Sample measured, Criterion criterion) {
        return new Comparison(quantity.heading + ", " + network.words(), estimate.name() + ", " + Setting.sparsity(percent), quantity.unit,
                published, origin, measured, criterion);
    }

    private Criterion criterion(SortedMap<Double, Printed> column, double percent, Sample measured) {
        Printed printed = column.get(percent);
        if (printed.error().isPresent()) {
            return printed.within(printed.error().getAsDouble(), measured, "within 3 standard errors");
        }
        Optional<Double> nearest = column.keySet().stream().filter(row -> column.get(row).error().isPresent())
                .min(Comparator.comparingDouble(row -> Math.abs(row - percent)));
        if (nearest.isEmpty()) {
            return printed.withinOurSpread(networks, measured);
        }
        double error = column.get(nearest.get()).error().getAsDouble();
        return printed.within(error, measured, String.format(Locale.ROOT,
                "within 3 standard errors; the calibration's is not given, that of %s serves (%s)", Setting.sparsity(nearest.get()), error));
    }
}
