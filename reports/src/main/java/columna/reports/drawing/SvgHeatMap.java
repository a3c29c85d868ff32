package columna.reports.drawing;

import columna.reports.HeatMap;
import java.util.List;

/** A heat map as SVG: a coloured cell per pair, its value printed where it fits, the colour scale at the right. */
final class SvgHeatMap {
    private static final double LEGEND = 96;
    private static final double WIDEST_CELL = 96;
    private static final double LONGEST_NAME = 150;
    private static final double SMALL = 11;
    private static final double TOP = 30;
    private final HeatMap chart;
    private final ValueScale scale;
    private final HeatLayout layout;
    private final double names;
    private final double columnNames;
    private final boolean slanted;
    private final double cellWidth;
    private final double cellHeight;
    private final Canvas canvas;

    SvgHeatMap(HeatMap chart, int width) {
        this.chart = chart;
        this.scale = Scales.value(chart, 5);
        this.layout = new HeatLayout(chart, scale);
        int columns = Math.max(1, chart.column().names().size());
        int rows = Math.max(1, chart.row().names().size());
        this.names = Math.min(widest(chart.row()), width * 0.3);
        this.columnNames = Math.min(LONGEST_NAME, widest(chart.column()));
        double room = names + 14;
        this.slanted = columnNames > Math.min(WIDEST_CELL, (width - room - LEGEND) / columns) - 4;
        double left = slanted ? Math.max(room, columnNames * 0.85 - 10) : room;
        this.cellWidth = Math.min(WIDEST_CELL, (width - left - LEGEND) / columns);
        this.cellHeight = rows > 40 ? 15 : Math.clamp(cellWidth * 0.6, 20.0, 32.0);
        double height = TOP + Math.max(90, cellHeight * rows) + namesHeight() + 20;
        this.canvas = Canvas.ofItems(width, height, new Canvas.Margins(left, width - left - cellWidth * columns, TOP, height - TOP - cellHeight * rows), chart.title(),
                "data-columns", Integer.toString(columns));
    }

    static double widest(HeatMap.Words words) {
        return words.names().stream().mapToDouble(name -> TextSize.width(name, Canvas.FONT)).max().orElse(0);
    }

    private double namesHeight() {
        return slanted ? 24 + columnNames * 0.53 : 26;
    }

    Picture draw() {
        canvas.text(2, 12, chart.row().label(), "label");
        for (int r = 0; r < chart.row().names().size(); r++) {
            String name = chart.row().names().get(r);
            String fitted = TextSize.fitted(name, Canvas.FONT, names);
            canvas.text(canvas.left - 7, canvas.top + cellHeight * (r + 0.5) + 4, fitted, "tick end", fitted.equals(name) ? "" : name);
        }
        for (int c = 0; c < chart.column().names().size(); c++) {
            columnName(c, canvas.left + cellWidth * (c + 0.5));
        }
        canvas.text((canvas.left + canvas.right) / 2, canvas.bottom + namesHeight() + 12, chart.column().label(), "label mid");
        for (int r = 0; r < chart.row().names().size(); r++) {
            for (int c = 0; c < chart.column().names().size(); c++) {
                cell(r, c);
            }
        }
        if (layout.isEmpty()) {
            canvas.text((canvas.left + canvas.right) / 2, canvas.top + 20, "no data", "label mid");
        }
        legend();
        return new Picture(canvas.finish(), List.of());
    }

    private void columnName(int column, double x) {
        String name = chart.column().names().get(column);
        if (slanted) {
            canvas.slantedText(x + 4, canvas.bottom + 14, TextSize.fitted(name, Canvas.FONT, LONGEST_NAME), "tick end");
        } else {
            canvas.text(x, canvas.bottom + 18, name, "tick mid");
        }
    }

    private void cell(int row, int column) {
        HeatMap.Cell cell = layout.cell(row, column);
        double x = canvas.left + cellWidth * column;
        double y = canvas.top + cellHeight * row;
        double amount = layout.amount(cell);
        canvas.openItem(layout.hover(row, column), cell.link());
        if (Double.isNaN(amount)) {
            canvas.rect(x, y, cellWidth, cellHeight, "cell none", "");
        } else {
            canvas.shape("rect", "", "x", Canvas.number(x), "y", Canvas.number(y), "width", Canvas.number(cellWidth), "height", Canvas.number(cellHeight),
                    "class", "cell", "fill", ColourRamp.hex(amount));
        }
        String text = layout.shown(cell);
        if (TextSize.width(text, SMALL) <= cellWidth - 3 && cellHeight >= SMALL + 3) {
            String ink = Double.isNaN(amount) ? "oncell tick" : ColourRamp.isDark(amount) ? "oncell white" : "oncell black";
            canvas.text(x + cellWidth / 2, y + cellHeight / 2 + 4, text, ink);
        }
        canvas.close();
    }

    /** The colour scale, upright, its unit above it. */
    private void legend() {
        double x = canvas.right + 22;
        double height = Math.clamp(canvas.bottom - canvas.top, 90.0, 220.0);
        double step = height / HeatLayout.LEGEND_STEPS;
        canvas.open("axis");
        for (int i = 0; i < HeatLayout.LEGEND_STEPS; i++) {
            double amount = (i + 0.5) / HeatLayout.LEGEND_STEPS;
            canvas.shape("rect", "", "x", Canvas.number(x), "y", Canvas.number(canvas.top + height - (i + 1) * step), "width", "14",
                    "height", Canvas.number(step + 0.5), "fill", ColourRamp.hex(amount));
        }
        for (Tick tick : scale.ticks()) {
            double y = canvas.top + height * (1 - scale.fraction(tick.coordinate()));
            canvas.line(x + 14, y, x + (tick.isMajor() ? 18 : 16), y, "rule");
            if (tick.isMajor()) {
                canvas.text(x + 22, y + 4, tick.label(), "tick");
            }
        }
        double room = TextSize.width(scale.title(), Canvas.FONT);
        canvas.text(Math.min(x, canvas.width() - room), 12, scale.title(), "label").close();
    }
}
