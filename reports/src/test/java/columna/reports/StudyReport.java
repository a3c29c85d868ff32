package columna.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** An invented study of designs, for looking at and for tests in a browser: every chart and table that reports of studies have. */
public final class StudyReport {
    private static final long SEED = 3;
    private static final List<String> ROUNDINGS = List.of("nearest", "truncated", "stochastic");
    private final List<Design> designs;
    private final List<Design> front;

    private record Design(int number, int bits, String rounding, double energy, double loss, double area) {
        String label() {
            return "design " + number + "\nrounding " + rounding + "\ntraces " + bits + " bit";
        }

        String link() {
            return "points/" + number + "/index.html";
        }

        ScatterChart.Point point() {
            return new ScatterChart.Point(label(), energy, loss, link());
        }
    }

    private StudyReport(int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        this.designs = IntStream.range(0, size).mapToObj(i -> {
            int bits = 6 + random.nextInt(11);
            int rounding = random.nextInt(ROUNDINGS.size());
            double energy = 9000.0 + bits * 2100 + rounding * 900 + random.nextDouble() * 9000;
            double loss = 0.018 + (1.6 - 0.35 * rounding) * Math.pow(2, -0.42 * bits) * (0.6 + 1.4 * random.nextDouble());
            return new Design(i, bits, ROUNDINGS.get(rounding), energy, loss, 0.2 + bits * 0.03 + 0.1 * random.nextDouble());
        }).toList();
        this.front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (Design design : designs.stream().sorted((a, b) -> Double.compare(a.energy(), b.energy())).toList()) {
            if (design.loss() < best) {
                best = design.loss();
                front.add(design);
            }
        }
    }

    /** A study of so many designs; the pages of single designs are at {@code points/<number>/index.html}. */
    public static Report of(int size) {
        StudyReport study = new StudyReport(size);
        return new Report("Bit-widths of the copy task", size + " designs, 3 seeds each", Verdict.neutral("Twelve bits of traces suffice."),
                List.of(Fact.whole("Designs", size, "1", "Points of the study.")),
                List.of(study.overview(), study.details(), study.table()), List.of(), List.of());
    }

    private Section overview() {
        List<ScatterChart.Group> groups = ROUNDINGS.stream().map(rounding -> new ScatterChart.Group(rounding,
                designs.stream().filter(d -> d.rounding().equals(rounding)).map(Design::point).toList())).toList();
        List<ScatterChart.Point> uniform = IntStream.of(8, 10, 12, 16)
                .mapToObj(bits -> new ScatterChart.Point(bits + " bit everywhere", 14000.0 + bits * 2400, 0.02 + 1.2 * Math.pow(2, -0.4 * bits))).toList();
        ScatterChart energy = ScatterChart.of("loss-energy", "Loss against energy", "Stairs: the designs that no other beats in both.",
                Axis.linear("energy per step", "pJ"), Axis.logarithmic("final loss", "nat"), groups).withReferences(List.of(new ScatterChart.Group("uniform widths", uniform)))
                .withLine(new ScatterChart.Line("Pareto front", ScatterChart.Line.Course.STAIRCASE, front.stream().map(Design::point).toList()));
        double[] bits = IntStream.rangeClosed(6, 16).asDoubleStream().toArray();
        List<Series> curves = ROUNDINGS.stream().map(rounding -> {
            double[] mean = IntStream.range(0, bits.length).mapToDouble(i -> 0.018 + (1.8 - 0.5 * ROUNDINGS.indexOf(rounding)) * Math.pow(2, -0.42 * bits[i])).toArray();
            double[] low = IntStream.range(0, bits.length).mapToDouble(i -> mean[i] * 0.86).toArray();
            double[] high = IntStream.range(0, bits.length).mapToDouble(i -> mean[i] * 1.18).toArray();
            return Series.of(rounding, bits, mean).withBand(low, high);
        }).toList();
        LineChart spread = LineChart.of("loss-bits", "Loss over bits of traces", "Bands: lowest and highest of the seeds.", Axis.linear("bits of traces", "bit"),
                Axis.logarithmic("final loss", "nat"), curves);
        return new Section("overview", "Overview", "", List.of(energy, spread));
    }

    private Section details() {
        HeatMap.Words traces = new HeatMap.Words("traces", named(8, i -> 6 + i + " bit"));
        HeatMap.Words weights = new HeatMap.Words("weights", named(6, i -> 8 + 2 * i + " bit"));
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<List<HeatMap.Cell>> cells = IntStream.range(0, 6).mapToObj(r -> IntStream.range(0, 8).mapToObj(c -> r == 4 && c == 2 ? HeatMap.Cell.MISSING
                : new HeatMap.Cell(0.02 + 1.5 * Math.pow(2, -0.5 * c - 0.3 * r) * (0.9 + 0.2 * random.nextDouble()), "3 seeds", c == 0 ? "points/" + r + "/index.html" : "")).toList()).toList();
        HeatMap map = new HeatMap("loss-map", "Loss over bits of traces and weights", "Mean of three seeds; a dash was not simulated.", traces, weights,
                Axis.logarithmic("final loss", "nat"), cells);
        List<ParallelCoordinates.Dimension> dimensions = List.of(new ParallelCoordinates.Numeric(Axis.linear("bits of traces", "bit")),
                new ParallelCoordinates.Categories("rounding", ROUNDINGS), new ParallelCoordinates.Numeric(Axis.linear("energy per step", "pJ")),
                new ParallelCoordinates.Numeric(Axis.linear("area", "mm2")), new ParallelCoordinates.Numeric(Axis.logarithmic("final loss", "nat")));
        List<ParallelCoordinates.Item> items = designs.stream().map(d -> new ParallelCoordinates.Item(d.label(), d.link(), front.contains(d),
                List.of(Value.of((long) d.bits()), Value.of(d.rounding()), Value.of(d.energy()), Value.of(d.area()), Value.of(d.loss())))).toList();
        return new Section("details", "Details", "", List.of(map,
                new ParallelCoordinates("designs-parallel", "All designs", "One line per design.", "on the front", dimensions, items)));
    }

    private static List<String> named(int n, IntFunction<String> name) {
        return IntStream.range(0, n).mapToObj(name).toList();
    }

    private Section table() {
        List<Column> columns = List.of(Column.text("Design", "Its number in the study."), Column.text("Rounding", "Rounding of the update."),
                Column.number("Traces", "bit", Format.WHOLE, "Word length of the traces."), Column.number("Energy", "pJ", Format.engineering(3), "Per time step.").withBar(),
                Column.number("Loss", "nat", Format.significant(3), "Mean of the last 500 steps."), Column.number("Seconds", "s", Format.engineering(3), "Simulation time."));
        List<List<Value>> rows = designs.stream().map(d -> List.of(Value.of(String.format(Locale.ROOT, "design %d", d.number())).linkedTo(d.link()), Value.of(d.rounding()),
                Value.of((long) d.bits()), Value.of(d.energy()), Value.of(d.loss()), d.number() % 7 == 3 ? Value.missing() : Value.of(Math.pow(10, d.number() % 9 - 6)))).toList();
        return new Section("designs", "Designs", "", List.of(Table.of("designs-table", "All designs", "Click a heading to sort.", columns, rows).withFilter()));
    }
}
