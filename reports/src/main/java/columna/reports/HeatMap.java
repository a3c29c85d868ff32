package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * A coloured value for every pair of a row and a column: two axes of words. Colours follow the value or, on a logarithmic value axis,
 * its logarithm. Cells are given by row, from the top, each row from left to right.
 */
public record HeatMap(String id, String title, String explanation, Words column, Words row, Axis value, List<List<Cell>> cells) implements Chart {

    /** An axis of words: what they are, and each in order. */
    public record Words(String label, List<String> names) {
        public Words {
            Require.text("HeatMap.Words.label", label);
            names = List.copyOf(names);
            Require.unique("Name on axis \"" + label + "\":", names);
        }
    }

    /**
     * One value, NaN if it is missing, with more to say on hover and focus (may be empty or have several lines) and a link: a path
     * relative to the page, or empty.
     */
    public record Cell(double value, String label, String link) {
        /** A cell without a value. */
        public static final Cell MISSING = of(Double.NaN);

        public Cell {
            Objects.requireNonNull(label, "HeatMap.Cell.label");
            Require.link("HeatMap.Cell.link", link);
        }

        /** A value without a label and without a link. */
        public static Cell of(double value) {
            return new Cell(value, "", "");
        }

        public Cell withLabel(String more) {
            return new Cell(value, more, link);
        }

        public Cell withLink(String path) {
            return new Cell(value, label, path);
        }
    }

    public HeatMap {
        Require.identifier("HeatMap.id", id);
        Require.text("HeatMap.title", title);
        Objects.requireNonNull(explanation, "HeatMap.explanation");
        Objects.requireNonNull(column, "HeatMap.column");
        Objects.requireNonNull(row, "HeatMap.row");
        Objects.requireNonNull(value, "HeatMap.value");
        cells = cells.stream().map(List::copyOf).toList();
        Require.sameSize("Cells of chart \"" + id + "\", by row,", cells.size(), row.names().size());
        for (int i = 0; i < cells.size(); i++) {
            Require.sameSize("Row \"" + row.names().get(i) + "\" of chart \"" + id + "\"", cells.get(i).size(), column.names().size());
        }
    }
}
