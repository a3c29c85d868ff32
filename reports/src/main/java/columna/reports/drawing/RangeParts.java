package columna.reports.drawing;

import columna.reports.RangeChart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One row of a range chart cut into bars: the format, and what was seen inside and outside it, as an interval or by octave. */
record RangeParts(List<Part> parts) {

    /** What a bar stands for. */
    enum Kind {
        FORMAT("fmt"), INSIDE("bar s1"), OUTSIDE("bar s2"), OCTAVE_INSIDE("bar s1"), OCTAVE_OUTSIDE("bar s2");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }

        boolean isHistogram() {
            return this == OCTAVE_INSIDE || this == OCTAVE_OUTSIDE;
        }
    }

    /** A bar between two coordinates; strength from 0 to 1 is its opacity. */
    record Part(Kind kind, double from, double to, double strength) {
    }

    static RangeParts of(RangeChart.Row row, ValueScale scale) {
        List<Part> parts = new ArrayList<>();
        double low = scale.coordinate(row.resolution());
        double high = scale.coordinate(row.limit());
        boolean bounded = !Double.isNaN(low) && !Double.isNaN(high) && low <= high;
        if (bounded) {
            parts.add(new Part(Kind.FORMAT, low, high, 1));
        }
        double from = bounded ? low : scale.low();
        double to = bounded ? high : scale.high();
        if (row.octaves().shares().isEmpty()) {
            addInterval(row, scale, from, to, parts);
        } else {
            addOctaves(row.octaves(), from, to, parts);
        }
        return new RangeParts(parts);
    }

    /** Of the kinds of marks that occur in a chart. */
    static List<Key> legend(RangeChart chart, ValueScale scale) {
        Set<String> drawn = new HashSet<>();
        chart.rows().forEach(row -> of(row, scale).parts().forEach(part -> drawn.add(part.kind().styleClass())));
        List<Key> keys = new ArrayList<>();
        if (drawn.contains(Kind.FORMAT.styleClass())) {
            keys.add(new Key("fmt", Key.Swatch.BOX, "the format can hold"));
        }
        if (drawn.contains(Kind.INSIDE.styleClass())) {
            keys.add(new Key(Palette.styleClass(0), Key.Swatch.BOX, "magnitudes seen"));
        }
        if (drawn.contains(Kind.OUTSIDE.styleClass())) {
            keys.add(new Key(Palette.styleClass(1), Key.Swatch.BOX, "seen, but outside the format"));
        }
        if (chart.rows().stream().anyMatch(row -> !Double.isNaN(scale.coordinate(row.rms())))) {
            keys.add(new Key("rmskey", Key.Swatch.LINE, "root mean square (upright mark)"));
        }
        return keys;
    }

    private static void addInterval(RangeChart.Row row, ValueScale scale, double low, double high, List<Part> parts) {
        double from = scale.coordinate(row.smallest());
        double to = scale.coordinate(row.largest());
        if (!Double.isNaN(from) && !Double.isNaN(to)) {
            cut(from, to, low, high, false, 1, parts);
        }
    }

    private static void addOctaves(RangeChart.Octaves octaves, double low, double high, List<Part> parts) {
        double largest = octaves.shares().stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max().orElse(0);
        for (int k = 0; k < octaves.shares().size(); k++) {
            double share = octaves.shares().get(k);
            if (share > 0 && Double.isFinite(share)) {
                double from = octaves.first() + k;
                cut(from, from + 1, low, high, true, 0.15 + 0.85 * Math.sqrt(share / largest), parts);
            }
        }
    }

    private static void cut(double from, double to, double low, double high, boolean octave, double strength, List<Part> parts) {
        Kind inside = octave ? Kind.OCTAVE_INSIDE : Kind.INSIDE;
        Kind outside = octave ? Kind.OCTAVE_OUTSIDE : Kind.OUTSIDE;
        add(outside, from, Math.min(to, low), strength, parts);
        add(inside, Math.max(from, low), Math.min(to, high), strength, parts);
        add(outside, Math.max(from, high), to, strength, parts);
        if (from == to) {
            parts.add(new Part(from < low || from > high ? outside : inside, from - 0.04, to + 0.04, strength));
        }
    }

    private static void add(Kind kind, double from, double to, double strength, List<Part> parts) {
        if (to > from) {
            parts.add(new Part(kind, from, to, strength));
        }
    }
}
