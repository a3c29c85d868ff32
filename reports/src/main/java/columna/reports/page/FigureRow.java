package columna.reports.page;

import columna.reports.Chart;
import columna.reports.drawing.SvgChart;
import java.util.ArrayList;
import java.util.List;

/** Charts that stand beside each other: two where both are narrow, the others alone over the full width. */
record FigureRow(List<Figure> figures) {
    private static final int FULL_WIDTH = 1060;
    private static final int HALF_WIDTH = 518;

    /** Consecutive charts in rows, in order. */
    static List<FigureRow> of(List<Chart> charts) {
        List<FigureRow> rows = new ArrayList<>();
        int i = 0;
        while (i < charts.size()) {
            boolean pair = i + 1 < charts.size() && !SvgChart.isWide(charts.get(i)) && !SvgChart.isWide(charts.get(i + 1));
            int end = pair ? i + 2 : i + 1;
            rows.add(drawn(charts.subList(i, end)));
            i = end;
        }
        return rows;
    }

    private static FigureRow drawn(List<Chart> charts) {
        int width = charts.size() == 2 ? HALF_WIDTH : FULL_WIDTH;
        return new FigureRow(charts.stream().map(chart -> new Figure(chart, SvgChart.draw(chart, width))).toList());
    }

    String styleClass() {
        return figures.size() == 2 ? "pair" : "single";
    }
}
