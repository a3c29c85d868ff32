package columna.reports.page;

import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Numbers;
import columna.reports.Scaled;
import columna.reports.Table;
import columna.reports.Value;
import columna.reports.markup.Markup;
import java.util.List;
import java.util.Locale;

/**
 * A table as HTML: numbers aligned right with equal digits, units in the headings, bars behind numbers that ask for them, headings
 * that sort when clicked.
 */
final class HtmlTable {
    private final Table table;
    private final double[] largest;
    private final Markup out = new Markup();

    private HtmlTable(Table table) {
        this.table = table;
        this.largest = new double[table.columns().size()];
        for (List<Value> row : table.rows()) {
            for (int c = 0; c < largest.length; c++) {
                double size = Math.abs(row.get(c).number());
                largest[c] = Double.isFinite(size) ? Math.max(largest[c], size) : largest[c];
            }
        }
    }

    static Markup of(Table table) {
        return new HtmlTable(table).draw();
    }

    private Markup draw() {
        out.open("div", "class", "tabled", "id", table.id()).open("div", "class", "tablehead").element("h3", table.title());
        out.open("span", "class", "files").element("a", "CSV", "href", "data/" + table.id() + ".csv").close().close();
        if (!table.explanation().isEmpty()) {
            out.element("p", table.explanation(), "class", "explanation");
        }
        out.open("div", "class", "scroll").open("table", "class", "sortable").open("thead").open("tr");
        table.columns().forEach(this::heading);
        out.close().close().line().open("tbody");
        table.rows().forEach(row -> row(row, true));
        out.close();
        if (!table.total().isEmpty()) {
            out.open("tfoot");
            row(table.total(), false);
            out.close();
        }
        return out.close().close().close();
    }

    private void heading(Column column) {
        String styleClass = column.format().isWords() ? "word" : "num";
        out.open("th", "scope", "col", "class", styleClass, "title", column.explanation()).open("span", "class", "head");
        out.text(column.name());
        String unit = Scaled.shown(column.unit());
        if (!unit.isEmpty() && !column.format().showsUnit()) {
            out.text(" ").element("span", unit, "class", "unit");
        }
        out.close().close();
    }

    private void row(List<Value> row, boolean bars) {
        out.open("tr");
        for (int c = 0; c < row.size(); c++) {
            cell(table.columns().get(c), row.get(c), bars ? largest[c] : 0);
        }
        out.close().line();
    }

    private void cell(Column column, Value value, double columnLargest) {
        boolean word = value instanceof Value.Text;
        String kind = column.format().equals(Format.CODE) ? "word code" : column.format().isWords() ? "word" : "num";
        boolean marked = value.number() > column.markAbove();
        String text = column.format().show(value, column.unit());
        String[] attributes = word ? new String[] {"class", kind} : new String[] {"class", marked ? kind + " marked" : kind, "data-v", sortKey(value)};
        out.open("td", attributes);
        if (column.bar() && columnLargest > 0 && Double.isFinite(value.number())) {
            double share = Math.min(100, 100 * Math.abs(value.number()) / columnLargest);
            out.element("span", text, "class", "bar", "style", String.format(Locale.ROOT, "--w:%.1f%%", share));
        } else if (text.equals(Numbers.MISSING)) {
            out.element("span", text, "class", "missing");
        } else {
            out.text(text);
        }
        out.close();
    }

    private static String sortKey(Value value) {
        return value instanceof Value.Whole whole ? Long.toString(whole.value()) : Double.toString(value.number());
    }
}
