package columna.reports;

import java.util.List;
import java.util.Objects;

/**
 * Rows of values under typed columns. The reader may sort by any column; the rows are first shown in the order given. The total is
 * an empty list or one value per column, shown below and not sorted. A filter is a box in which the reader types what the shown rows must
 * contain. The table is also written to {@code data/<id>.csv}.
 */
public record Table(String id, String title, String explanation, List<Column> columns, List<List<Value>> rows, List<Value> total, Filter filter)
        implements Block {

    /** Whether the page has a box that hides rows without the typed text. */
    public enum Filter { NONE, TEXT }

    public Table {
        Require.identifier("Table.id", id);
        Require.text("Table.title", title);
        Objects.requireNonNull(explanation, "Table.explanation");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        total = List.copyOf(total);
        Objects.requireNonNull(filter, "Table.filter");
        Require.sameSize("Table.columns of \"" + id + "\"", Math.min(columns.size(), 1), 1);
        for (int i = 0; i < rows.size(); i++) {
            Require.sameSize("Row " + (i + 1) + " of table \"" + id + "\"", rows.get(i).size(), columns.size());
        }
        if (!total.isEmpty()) {
            Require.sameSize("Total of table \"" + id + "\"", total.size(), columns.size());
        }
    }

    /** A table with a total and without a filter. */
    public Table(String id, String title, String explanation, List<Column> columns, List<List<Value>> rows, List<Value> total) {
        this(id, title, explanation, columns, rows, total, Filter.NONE);
    }

    /** The same table with a filter box. */
    public Table withFilter() {
        return new Table(id, title, explanation, columns, rows, total, Filter.TEXT);
    }

    /** A table without a total. */
    public static Table of(String id, String title, String explanation, List<Column> columns, List<List<Value>> rows) {
        return new Table(id, title, explanation, columns, rows, List.of());
    }
}
