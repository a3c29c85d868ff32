package columna.reports.drawing;

import columna.reports.HistogramChart;
import columna.reports.HistogramChart.Row;
import columna.reports.HistogramChart.Span;
import columna.reports.RangeChart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One row of a histogram chart as rectangles: the formats it is held against, and a bar for each octave. */
record HistogramParts(List<Part> parts) {

    /** What a rectangle stands for, the background first. */
    enum Kind {
        FORMAT("fmt", "the format can hold"),
        OTHER("bar s8", "the other format can hold (line below)"),
        INSIDE("bar s1", "values, by octave of magnitude"),
        OVERFLOW("bar s2", "overflow: beyond the format"),
        UNDERFLOW("bar s5", "underflow: below the format's step");

        private final String styleClass;
        private final String meaning;

        Kind(String styleClass, String meaning) {
            this.styleClass = styleClass;
            this.meaning = meaning;
        }

        String styleClass() {
            return styleClass;
        }

        /** The number of the palette's colour; 7 is grey. */
        int colour() {
            return switch (this) {
                case FORMAT, OTHER -> 7;
                case INSIDE -> 0;
                case OVERFLOW -> 1;
                case UNDERFLOW -> 4;
            };
        }
    }

    /** A rectangle between two coordinates; base and height are fractions of the row's height, upwards. */
    record Part(Kind kind, double from, double to, double base, double height) {
    }

    private static final double LINE = 0.07;
    private static final double FLOOR = 0.1;

    static HistogramParts of(Row row, ValueScale scale) {
        List<Part> parts = new ArrayList<>();
        double low = scale.coordinate(row.format().resolution());
        double high = scale.coordinate(row.format().limit());
        boolean bounded = low <= high;
        if (bounded) {
            parts.add(new Part(Kind.FORMAT, low, high, FLOOR, 1 - FLOOR));
        }
        addOther(row.other(), scale, parts);
        addBars(row.octaves(), bounded ? low : scale.low(), bounded ? high : scale.high(), parts);
        return new HistogramParts(parts);
    }

    private static void addOther(Span other, ValueScale scale, List<Part> parts) {
        double from = scale.coordinate(other.resolution());
        double to = scale.coordinate(other.limit());
        if (from <= to) {
            parts.add(new Part(Kind.OTHER, from, to, 0, LINE));
        }
    }

    /** The height is the root of the share, so that one value in ten thousand is still seen. */
    private static void addBars(RangeChart.Octaves octaves, double low, double high, List<Part> parts) {
        double largest = octaves.shares().stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).max().orElse(0);
        for (int k = 0; k < octaves.shares().size(); k++) {
            double share = octaves.shares().get(k);
            if (share > 0 && Double.isFinite(share)) {
                double from = octaves.first() + k;
                Kind kind = from >= high ? Kind.OVERFLOW : from + 1 <= low ? Kind.UNDERFLOW : Kind.INSIDE;
                parts.add(new Part(kind, from, from + 1, FLOOR, (1 - FLOOR) * (0.04 + 0.96 * Math.sqrt(share / largest))));
            }
        }
    }

    /** Of the kinds of marks that occur in a chart. */
    static List<Key> legend(HistogramChart chart, ValueScale scale) {
        Set<Kind> drawn = EnumSet.noneOf(Kind.class);
        chart.rows().forEach(row -> of(row, scale).parts().forEach(part -> drawn.add(part.kind())));
        return drawn.stream()
                .map(kind -> new Key(kind == Kind.FORMAT ? "fmt" : Palette.styleClass(kind.colour()), Key.Swatch.BOX, kind.meaning))
                .toList();
    }
}
