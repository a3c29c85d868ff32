package columna.reports.page;

import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Numbers;
import columna.reports.Scaled;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table as its template prints it: numbers aligned right with equal digits, units in the headings, bars behind numbers that ask for
 * them, headings that sort when clicked, a box that filters.
 */
record HtmlTable(String id, String title, String explanation, List<Heading> headings, List<Row> rows, Row total, Table.Filter filter) {

    private static final int LONG_ROWS = 24;

    /** A column's heading; the unit is empty where the cells show it or there is none. */
    record Heading(String name, String unit, String styleClass, String explanation) {
    }

    /** Cells from left to right; none if the table has no such row. */
    record Row(List<Cell> cells) {
    }

    /** One value as it is shown; its number for sorting (NaN: last); its bar's width in per cent; where it leads; empty without them. */
    record Cell(boolean isText, String text, String styleClass, String sortKey, String bar, String link) {
        boolean isMissing() {
            return text.equals(Numbers.MISSING);
        }
    }

    /** Whether it scrolls in a box of its own on a screen, so that the reader gets past it; paper shows all of it. */
    boolean isLong() {
        return rows.size() > LONG_ROWS;
    }

    /** What the page's script may add. */
    String styleClass() {
        return filter == Table.Filter.TEXT ? "sortable filtered" : "sortable";
    }

    static HtmlTable of(Table table) {
        List<Heading> headings = table.columns().stream().map(HtmlTable::heading).toList();
        double[] largest = new double[headings.size()];
        Stream.concat(table.rows().stream(), Stream.of(table.total())).forEach(row -> widen(largest, row));
        double[] largestBar = new double[headings.size()];
        table.rows().forEach(row -> widen(largestBar, row));
        List<Row> rows = table.rows().stream().map(row -> row(table, row, largest, largestBar)).toList();
        return new HtmlTable(table.id(), table.title(), table.explanation(), headings, rows, row(table, table.total(), largest, new double[headings.size()]), table.filter());
    }

    private static void widen(double[] largest, List<Value> row) {
        for (int c = 0; c < row.size(); c++) {
            double size = Math.abs(row.get(c).number());
            largest[c] = Double.isFinite(size) ? Math.max(largest[c], size) : largest[c];
        }
    }

    private static Heading heading(Column column) {
        String unit = column.format().showsUnit() ? "" : Scaled.shown(column.unit());
        return new Heading(column.name(), unit, column.format().isWords() ? "word" : "num", column.explanation());
    }

    private static Row row(Table table, List<Value> values, double[] largest, double[] largestBar) {
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < values.size(); c++) {
            cells.add(cell(table.columns().get(c), values.get(c), largest[c], largestBar[c]));
        }
        return new Row(cells);
    }

    private static Cell cell(Column column, Value value, double largest, double largestBar) {
        Format format = column.format();
        boolean isText = value.plain() instanceof Value.Text;
        String kind = format.equals(Format.CODE) ? "word code" : format.isWords() ? "word" : "num";
        String shown = format.show(value, column.unit());
        String text = !isText && largest >= Numbers.GROUPED_FROM ? Numbers.groupedAlways(shown) : shown;
        boolean marked = value.number() > column.markAbove();
        boolean hasBar = column.bar() && largestBar > 0 && Double.isFinite(value.number());
        String bar = hasBar ? String.format(Locale.ROOT, "%.1f%%", Math.min(100, 100 * Math.abs(value.number()) / largestBar)) : "";
        return new Cell(isText, text, marked ? kind + " marked" : kind, sortKey(value.plain()), bar, value instanceof Value.Linked linked ? linked.link() : "");
    }

    private static String sortKey(Value value) {
        return value instanceof Value.Whole whole ? Long.toString(whole.value()) : Double.toString(value.number());
    }
}
