package columna.reports.drawing;

import columna.reports.BarChart;

/** Horizontal bars as SVG, one row per category; names stand left, values or totals at the bars' ends. */
final class SvgRows {
    private final BarChart chart;
    private final ValueScale scale;
    private final BarLayout layout;
    private final double names;
    private final double row;
    private final Canvas canvas;

    SvgRows(BarChart chart, int width) {
        this.chart = chart;
        this.scale = Scales.value(chart, width < 700 ? 4 : 8);
        this.layout = new BarLayout(chart, scale);
        double widest = chart.categories().stream().mapToDouble(c -> TextSize.width(c, Canvas.FONT)).max().orElse(0);
        this.names = Math.min(widest, width * (width < 700 ? 0.36 : 0.48));
        double bars = layout.slots() * (layout.slots() > 2 ? 10.0 : 14.0);
        this.row = bars + (bars > 20 ? 10 : 8);
        double height = 14 + row * Math.max(1, chart.categories().size()) + 44;
        this.canvas = new Canvas(width, height, new Canvas.Margins(names + 14, 66, 14, 44), chart.title());
    }

    Picture draw() {
        canvas.horizontalAxis(scale, true);
        double breadth = (row - (layout.slots() > 1 ? 10 : 8)) / layout.slots();
        for (int c = 0; c < chart.categories().size(); c++) {
            double top = canvas.top + row * c + (row - breadth * layout.slots()) / 2;
            for (BarLayout.Bar bar : layout.bars(c)) {
                bar(top, breadth, bar);
            }
            if (layout.slots() == 1 && !layout.bars(c).isEmpty()) {
                double end = layout.bars(c).stream().mapToDouble(BarLayout.Bar::to).max().orElse(0);
                canvas.text(canvas.px(scale, Math.max(end, scale.base())) + 6, top + breadth / 2 + 4, layout.shown(layout.total(c)), "value");
            }
            String name = TextSize.fitted(chart.categories().get(c), Canvas.FONT, names);
            canvas.text(canvas.left - 8, canvas.top + row * (c + 0.5) + 4, name, "tick end", name.equals(chart.categories().get(c)) ? "" : chart.categories().get(c));
        }
        canvas.line(canvas.px(scale, scale.base()), canvas.top, canvas.px(scale, scale.base()), canvas.bottom, "rule");
        return new Picture(canvas.finish(), layout.legend());
    }

    private void bar(double top, double breadth, BarLayout.Bar bar) {
        double a = canvas.px(scale, bar.from());
        double b = canvas.px(scale, bar.to());
        double gap = layout.isStacked() ? 0 : Math.min(1.5, breadth * 0.1);
        canvas.rect(Math.min(a, b), top + bar.slot() * breadth, Math.abs(a - b), breadth - gap, "bar " + Palette.areaClass(bar.series()), bar.hover());
    }
}
