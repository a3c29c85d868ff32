package columna.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A report with invented but realistic content, for looking at and for tests that want every kind of block. */
public final class DemoReport {
    static final int STEPS = 20_000;
    private static final long SEED = 7;

    private DemoReport() {
    }

    /** Twelve charts, four tables, every kind of block. */
    public static Report create() {
        return new Report("Copy task on lru-2x64", "fixed point against float reference, 20 000 training steps, seed 7",
                Verdict.good("The chip learns: its loss ends 3.1 % above the float reference, within the 5 % allowed."),
                keyFigures(), List.of(learning(), memory(), energy(), cycles(), numerics(), sweep()), provenance(), summary());
    }

    private static List<Fact> keyFigures() {
        return List.of(
                Fact.number("Final loss", 0.0213, "nat", Format.significant(3), "Mean cross-entropy over the last 500 steps."),
                Fact.number("Energy per step", 48210.0, "pJ", Format.engineering(3), "All components, forward, error and update, per time step."),
                Fact.number("Share of learning", 0.614, "1", Format.percent(1), "Energy of trace, error and update over the total energy."),
                Fact.whole("Cycles per step", 18_432, "cycles", "From the first read of the input to the last write of the update."),
                Fact.number("Memory", 1_245_184, "bit", Format.engineering(3), "All declared memories of all cores."),
                Fact.number("Area", 0.842, "mm\u00b2", Format.decimals(2), "Memories, lanes, rounding units and bus in the chip's technology."));
    }

    private static Section learning() {
        double[] steps = range(STEPS, i -> i + 1);
        SplittableRandom random = new SplittableRandom(SEED);
        double[] reference = range(STEPS, i -> loss(i, 0.0206, random.nextDouble()));
        double[] chip = range(STEPS, i -> loss(i, 0.0213, random.nextDouble()));
        LineChart loss = new LineChart("loss", "Training loss", "The chip follows the reference until step 6 000, then its rounding noise shows. Band: lowest and "
                + "highest loss in each window of 50 steps.", Axis.logarithmic("training step", "1"), Axis.logarithmic("loss", "nat"),
                List.of(Series.averaged("float reference", steps, reference, 50), Series.averaged("chip", steps, chip, 50)),
                List.of(new LineChart.Level("chance", 2.0794)));
        LineChart raw = LineChart.of("loss-raw", "Training loss, every step", "All 20 000 recorded values of each run.",
                Axis.linear("training step", "1"), Axis.logarithmic("loss", "nat"),
                List.of(Series.of("float reference", steps, reference), Series.of("chip", steps, chip)));
        List<Series> alignment = new ArrayList<>();
        for (int layer = 0; layer < 4; layer++) {
            int l = layer;
            double[] x = range(40, i -> i * 500.0);
            alignment.add(Series.of("layer " + l, x, range(40, i -> 0.98 - 0.05 * l - 0.1 * (1 - Math.exp(-i / 12.0)) + 0.01 * random.nextDouble())));
        }
        LineChart cosine = LineChart.of("alignment", "Gradient alignment by layer", "Cosine between the chip's update and the exact gradient. 1 is the exact direction.",
                Axis.linear("training step", "1"), Axis.linear("cosine", "1"), alignment);
        LineChart accuracy = new LineChart("accuracy", "Sequences recalled without error", "", Axis.linear("training step", "1"), Axis.linear("accuracy", "%"),
                List.of(Series.of("chip", range(41, i -> i * 500.0), range(41, i -> 100 / (1 + 30 * Math.exp(-i / 4.0))))),
                List.of(new LineChart.Level("chance", 12.5)));
        return new Section("learning", "Learning", "Same task, same data, same initial parameters; the reference computes in double precision.",
                List.of(loss, raw, cosine, accuracy));
    }

    private static double loss(int step, double floor, double noise) {
        return floor + 2.1 / (1 + Math.pow(step / 400.0, 1.7)) * (0.7 + 0.6 * noise) + floor * 0.5 * noise;
    }

    private static Section memory() {
        List<String> layers = List.of("core[0] lru", "core[1] lru", "core[2] mixing", "core[3] readout");
        List<BarChart.Bars> purposes = List.of(bars("parameters", 131072, 131072, 65536, 8192), bars("hidden state", 4096, 4096, 2048, 0),
                bars("eligibility traces", 262144, 262144, 0, 0), bars("gradient accumulators", 131072, 131072, 65536, 8192), bars("buffers", 9216, 9216, 4096, 2048));
        BarChart byLayer = new BarChart("memory-by-layer", "Memory by purpose and layer", "", "layer", Axis.linear("memory", "bit"), layers, purposes,
                BarChart.Arrangement.STACKED, BarChart.Orientation.VERTICAL);
        double[] length = range(11, i -> Math.pow(2, i + 4));
        LineChart growth = LineChart.of("memory-growth", "Memory against sequence length", "Only back-propagation through time must keep the whole sequence.",
                Axis.logarithmic("sequence length", "steps"), Axis.logarithmic("memory", "bit"),
                List.of(Series.of("this chip", length, range(11, i -> 1.245e6)), Series.of("BPTT", length, range(11, i -> 6e5 + 4096 * length[i])),
                        Series.of("full RTRL", length, range(11, i -> 2.2e8)), Series.of("SnAp-1", length, range(11, i -> 1.9e6))));
        return new Section("memory", "Memory", "What has to be kept, where, and why.", List.of(byLayer, growth));
    }

    private static Section energy() {
        List<String> phases = List.of("forward", "error", "update");
        BarChart stacked = new BarChart("energy-by-component", "Energy by component and phase", "Mean over 20 000 time steps.", "phase", Axis.linear("energy per step", "pJ"), phases,
                List.of(bars("SRAM read", 7210, 5120, 4090), bars("SRAM write", 3020, 2210, 6280), bars("multiply-accumulate", 6130, 4890, 1250),
                        bars("rounding", 610, 480, 1900), bars("bus", 1240, 1090, 0), bars("leakage", 980, 920, 790)),
                BarChart.Arrangement.STACKED, BarChart.Orientation.VERTICAL);
        List<String> operations = List.of("u := B z", "eLam := lam*eLam + h", "eB := lam*eB + gam z^T", "h := lam*h + gam*u", "y := Re(C h) + D*z",
                "delta := C^T g", "gB += diag(delta) eB", "B -= rate * gB (stochastic rounding)");
        BarChart micro = new BarChart("energy-by-operation", "Energy by micro-operation", "", "micro-operation", Axis.linear("energy per step", "pJ"), operations,
                List.of(bars("energy", 6100, 310, 9800, 280, 5900, 4700, 8600, 7900)), BarChart.Arrangement.STACKED, BarChart.Orientation.HORIZONTAL);
        List<Column> columns = List.of(Column.text("Component", "The block that acts."), Column.number("Actions", "1/step", Format.WHOLE, "Counted actions per time step."),
                Column.number("Price", "pJ", Format.decimals(3), "Energy of one action in the chip's technology table."),
                Column.number("Energy", "pJ/step", Format.engineering(3), "Actions times price.").withBar(),
                Column.number("Share", "1", Format.percent(1), "Part of the total energy."), Column.text("Source of the price", "Measured, published, scaled or assumed."));
        List<List<Value>> rows = List.of(row("SRAM read 64 b", 9_216L, 1.782, 16420.0, 0.341, "published"), row("SRAM write 64 b", 5_120L, 2.248, 11510.0, 0.239, "published"),
                row("multiply-accumulate 16x16", 40_960L, 0.2996, 12270.0, 0.255, "scaled"), row("stochastic rounding", 8_192L, 0.365, 2990.0, 0.062, "assumed"),
                row("bus hop 32 b", 1_024L, 2.275, 2330.0, 0.048, "scaled"), row("leakage", 18_432L, 0.146, 2690.0, 0.056, "assumed"));
        Table ledger = new Table("energy-ledger", "Energy ledger", "Every counted action with its price; the rows sum to the total.", columns, rows,
                row("Total", 82_944L, Double.NaN, 48210.0, 1.0, ""));
        return new Section("energy", "Energy", "Counts come from the simulated run, prices from the technology table.", List.of(stacked, micro, ledger,
                Note.warning("62 % of this energy rests on published prices, 32 % on scaled ones and 6 % on assumptions.")));
    }

    private static Section cycles() {
        BarChart utilisation = new BarChart("utilisation", "Utilisation by core", "Busy cycles over all cycles of a time step.", "resource", Axis.linear("utilisation", "%"),
                List.of("lanes", "read ports", "write ports", "bus"), List.of(bars("core 0", 81, 64, 35, 12), bars("core 1", 79, 62, 33, 12), bars("core 2", 44, 51, 18, 9)),
                BarChart.Arrangement.GROUPED, BarChart.Orientation.VERTICAL);
        BarChart waits = new BarChart("waits", "Cycles lost", "", "reason", Axis.logarithmic("cycles per step", "cycles"), List.of("bank conflict", "bus back-pressure", "pipeline drain", "error not yet here"),
                List.of(bars("before", 2100, 310, 96, 4020), bars("after", 210, 290, 96, 1150)), BarChart.Arrangement.GROUPED, BarChart.Orientation.HORIZONTAL);
        return new Section("cycles", "Cycles", "", List.of(utilisation, waits, new Facts("Timing", List.of(
                Fact.whole("Cycles per time step", 18_432, "cycles", "All phases."), Fact.number("Clock", 500e6, "Hz", Format.engineering(3), "From the chip file."),
                Fact.number("Time step", 36.864e-6, "s", Format.engineering(3), "Cycles over clock."), Fact.number("Deadline", 50e-6, "s", Format.engineering(3), "From the chip file."),
                Fact.number("Slack", 0.263, "1", Format.percent(1), "Unused part of the deadline.")))));
    }

    private static Section numerics() {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<List<Value>> rows = new ArrayList<>();
        List<RangeChart.Row> ranges = new ArrayList<>();
        List<String> kinds = List.of("lru.h", "lru.u", "lru.trace.B", "lru.trace.lambda", "lru.B", "lru.C", "lru.D", "error.y", "glu.w1", "glu.w2");
        for (int i = 0; i < 40; i++) {
            String name = kinds.get(i % 10) + "[" + i / 10 + "]";
            int integer = 1 + i % 4;
            int word = i % 3 == 0 ? 16 : 12;
            double largest = Math.scalb(0.3 + random.nextDouble() * 1.1, integer - 1);
            double saturated = largest > Math.scalb(1.0, integer - 1) ? 0.0001 + 0.02 * random.nextDouble() : 0;
            double snr = i == 17 ? Double.NaN : 6.02 * (word - integer) - 3 + 4 * random.nextDouble();
            rows.add(row(name, "fixed<" + word + "," + integer + ">", -largest, largest, Math.scalb(1.0, integer - word), saturated, 0.01 * random.nextDouble(), snr));
            if (i < 14) {
                double rms = largest * 0.2;
                ranges.add(new RangeChart.Row(name, "fixed<" + word + "," + integer + ">", Math.scalb(random.nextDouble() + 0.5, integer - word - 2), largest, rms,
                        Math.scalb(1.0, integer - word), Math.scalb(1.0, integer - 1), i % 2 == 0 ? RangeChart.Octaves.NONE : octaves(largest)));
            }
        }
        List<Column> columns = List.of(Column.code("Signal", "Name in the chip file, with its core."), Column.code("Format", "Word length and integer bits, sign counted."),
                Column.number("Lowest", "1", Format.significant(4), "Smallest value written."), Column.number("Highest", "1", Format.significant(4), "Largest value written."),
                Column.number("Resolution", "1", Format.significant(3), "The format's smallest step."),
                Column.number("Saturated", "1", Format.percent(3), "Writes that met the format's end.").marking(0.01).withBar(),
                Column.number("Underflow", "1", Format.percent(2), "Writes of a value other than zero that became zero."),
                Column.number("SNR", "dB", Format.decimals(1), "Signal power over the power of the difference from the float reference.").withBar());
        return new Section("numerics", "Numbers by signal", "Every named signal with its format and what happened to it.", List.of(
                new RangeChart("ranges", "Magnitudes and formats", "Where a blue bar leaves its grey ground, values were lost: at the right by saturation, at the left below the "
                        + "resolution. Shaded rows show how often each octave occurred.", "1", ranges),
                Table.of("signals", "Signals", "Click a heading to sort.", columns, rows)));
    }

    private static RangeChart.Octaves octaves(double largest) {
        int top = Math.getExponent(largest);
        return new RangeChart.Octaves(top - 11, IntStream.range(0, 12).mapToObj(k -> Math.exp(-Math.pow((k - 8) / 3.0, 2)) / 5).toList());
    }

    private static Section sweep() {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        List<ScatterChart.Group> groups = new ArrayList<>();
        for (int bits : new int[] {8, 12, 16}) {
            groups.add(new ScatterChart.Group(bits + " bit traces", IntStream.range(0, 18).mapToObj(i -> new ScatterChart.Point("run " + bits + "-" + i,
                    (bits * 1.9 + i * 0.9 + random.nextDouble() * 4) * 1000, 0.021 + 0.9 / (bits + i) * (0.4 + random.nextDouble()))).toList()));
        }
        List<ScatterChart.Point> front = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        for (ScatterChart.Point p : groups.stream().flatMap(g -> g.points().stream()).sorted((a, b) -> Double.compare(a.x(), b.x())).toList()) {
            if (p.y() < best) {
                best = p.y();
                front.add(p);
            }
        }
        return new Section("sweep", "Sweep", "Each point is one chip; the stairs lead along those that no other beats in both.", List.of(new ScatterChart("front", "Loss against energy",
                "", Axis.linear("energy per step", "pJ"), Axis.logarithmic("final loss", "nat"), groups, List.of(),
                new ScatterChart.Line("front", ScatterChart.Line.Course.STAIRCASE, front))));
    }

    private static List<Fact> provenance() {
        return List.of(Fact.text("Experiment", "copy-task", "Name of the experiment file."), Fact.text("Chip", "lru-2x64", "Name of the chip file."),
                Fact.whole("Seed", 7, "1", "Start of every random stream."), Fact.text("Version", "0.1.0", "Of the program."), Fact.text("Java", "25", "Of the machine that ran it."));
    }

    private static List<Fact> summary() {
        return List.of(Fact.text("experiment", "copy-task", "Name of the experiment file."), Fact.number("loss.final", 0.0213, "nat", Format.significant(4), "Mean loss of the last 500 steps."),
                Fact.whole("cycles.step", 18_432, "cycles", "Cycles of one time step."), Fact.number("snr.worst", Double.NaN, "dB", Format.decimals(1), "Lowest SNR of all signals."));
    }

    private static BarChart.Bars bars(String name, double... values) {
        return new BarChart.Bars(name, java.util.Arrays.stream(values).boxed().toList());
    }

    static List<Value> row(Object... values) {
        List<Value> row = new ArrayList<>();
        for (Object value : values) {
            row.add(switch (value) {
                case String text -> Value.of(text);
                case Long whole -> Value.of(whole.longValue());
                case Double real -> Value.of(real.doubleValue());
                default -> throw new IllegalArgumentException(value.toString());
            });
        }
        return row;
    }

    private static double[] range(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }
}
