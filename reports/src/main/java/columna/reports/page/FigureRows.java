package columna.reports.page;

import columna.reports.Chart;
import columna.reports.drawing.Key;
import columna.reports.drawing.Picture;
import columna.reports.drawing.SvgChart;
import columna.reports.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** Consecutive charts as figures: two beside each other where both are narrow, the others over the full width. */
final class FigureRows {
    private static final int FULL_WIDTH = 1060;
    private static final int HALF_WIDTH = 518;
    private final Markup out = new Markup();

    private FigureRows() {
    }

    static Markup of(List<Chart> charts) {
        FigureRows rows = new FigureRows();
        List<Chart> row = new ArrayList<>();
        for (Chart chart : charts) {
            if (SvgChart.isWide(chart)) {
                rows.row(row);
                rows.row(new ArrayList<>(List.of(chart)));
            } else {
                row.add(chart);
                if (row.size() == 2) {
                    rows.row(row);
                }
            }
        }
        rows.row(row);
        return rows.out;
    }

    private void row(List<Chart> charts) {
        if (!charts.isEmpty()) {
            out.open("div", "class", charts.size() == 2 ? "pair" : "single");
            charts.forEach(chart -> figure(chart, charts.size() == 2 ? HALF_WIDTH : FULL_WIDTH));
            out.close().line();
        }
        charts.clear();
    }

    private void figure(Chart chart, int width) {
        Picture picture = SvgChart.draw(chart, width);
        out.open("figure", "id", chart.id()).open("figcaption").element("h3", chart.title());
        out.open("span", "class", "files");
        out.element("a", "PNG", "href", "charts/" + chart.id() + ".png").text(" ");
        out.element("a", "CSV", "href", "data/" + chart.id() + ".csv").close().close();
        legend(picture.legend());
        out.include(picture.svg());
        if (!chart.explanation().isEmpty()) {
            out.element("p", chart.explanation(), "class", "explanation");
        }
        out.close().line();
    }

    private void legend(List<Key> keys) {
        if (!keys.isEmpty()) {
            out.open("ul", "class", "legend");
            for (Key key : keys) {
                String shape = switch (key.swatch()) {
                    case LINE -> "swatch stroke";
                    case BOX -> "swatch box";
                    case POINT -> "swatch point";
                };
                out.open("li").element("i", "", "class", shape + " " + key.styleClass()).text(key.name()).close();
            }
            out.close();
        }
    }
}
