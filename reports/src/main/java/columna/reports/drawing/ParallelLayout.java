package columna.reports.drawing;

import columna.reports.Axis;
import columna.reports.Format;
import columna.reports.ParallelCoordinates;
import columna.reports.Value;
import columna.reports.drawing.ValueScale.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the axes' marks and the items' lines lie: 0 is an axis' lower end, 1 its upper end. */
final class ParallelLayout {
    private static final int TICKS = 6;
    private final ParallelCoordinates chart;
    private final List<Upright> uprights;

    /** One axis: its title with unit, its marks (empty name: minor), and where it puts a value (NaN: nowhere). */
    private sealed interface Upright {
        String title();

        List<Mark> marks();

        double place(Value value);

        String shown(Value value);
    }

    /** A named place on an axis. */
    record Mark(double place, String name) {
    }

    /** Where a line crosses an axis. */
    record Crossing(int axis, double place) {
    }

    private record Measured(Axis axis, ValueScale scale) implements Upright {
        @Override
        public String title() {
            return scale.title();
        }

        @Override
        public List<Mark> marks() {
            return scale.ticks().stream().map(tick -> new Mark(scale.fraction(tick.coordinate()), tick.label())).toList();
        }

        @Override
        public double place(Value value) {
            return scale.fraction(scale.coordinate(value.number()));
        }

        @Override
        public String shown(Value value) {
            return ItemText.shown(axis, value.number());
        }
    }

    private record Named(String title, List<String> names) implements Upright {
        @Override
        public List<Mark> marks() {
            return IntStream.range(0, names.size()).mapToObj(i -> new Mark((i + 0.5) / names.size(), names.get(i))).toList();
        }

        @Override
        public double place(Value value) {
            return (names.indexOf(shown(value)) + 0.5) / names.size();
        }

        @Override
        public String shown(Value value) {
            return Format.TEXT.show(value, "");
        }
    }

    ParallelLayout(ParallelCoordinates chart) {
        this.chart = chart;
        this.uprights = IntStream.range(0, chart.dimensions().size()).mapToObj(this::upright).toList();
    }

    private Upright upright(int dimension) {
        return switch (chart.dimensions().get(dimension)) {
            case ParallelCoordinates.Numeric numeric -> {
                Extent extent = Extent.drawable(numeric.axis().isLogarithmic());
                chart.items().forEach(item -> extent.add(item.values().get(dimension).number()));
                yield new Measured(numeric.axis(), ValueScale.of(numeric.axis(), extent, Fit.ROUND, TICKS));
            }
            case ParallelCoordinates.Categories categories -> new Named(categories.label(), categories.names());
        };
    }

    String title(int dimension) {
        return uprights.get(dimension).title();
    }

    List<Mark> marks(int dimension) {
        return uprights.get(dimension).marks();
    }

    /** An item's unbroken pieces, from left to right. */
    List<List<Crossing>> pieces(ParallelCoordinates.Item item) {
        List<List<Crossing>> pieces = new ArrayList<>();
        List<Crossing> piece = new ArrayList<>();
        for (int d = 0; d < uprights.size(); d++) {
            double place = uprights.get(d).place(item.values().get(d));
            if (!Double.isNaN(place)) {
                piece.add(new Crossing(d, place));
            }
            if (!piece.isEmpty() && (Double.isNaN(place) || d == uprights.size() - 1)) {
                pieces.add(piece);
                piece = new ArrayList<>();
            }
        }
        return pieces;
    }

    /** The opacity of lines that are not emphasised: the more, the paler, so that where they lie together still shows. */
    double paleness() {
        return Math.clamp(30.0 / Math.max(1, chart.items().size()), 0.05, 0.5);
    }

    String hover(ParallelCoordinates.Item item) {
        ItemText text = ItemText.begin(item.label());
        for (int d = 0; d < uprights.size(); d++) {
            text.line(chart.dimensions().get(d).label(), uprights.get(d).shown(item.values().get(d)));
        }
        return text.toString();
    }

    List<Key> legend() {
        boolean some = chart.items().stream().anyMatch(ParallelCoordinates.Item::emphasised);
        boolean all = chart.items().stream().allMatch(ParallelCoordinates.Item::emphasised);
        List<Key> keys = new ArrayList<>();
        if (some) {
            keys.add(new Key("s2", Key.Swatch.LINE, chart.emphasis()));
        }
        if (some && !all) {
            keys.add(new Key("frontkey", Key.Swatch.LINE, "others"));
        }
        return keys;
    }
}
