package columna.reports.drawing;

import columna.reports.BarChart;

/** Vertical bars as SVG; the total stands above a stack, the value above a single bar, if there is room. */
final class SvgColumns {
    private static final double WIDEST_BAR = 56;
    private static final double LONGEST_NAME = 150;
    private final BarChart chart;
    private final ValueScale scale;
    private final BarLayout layout;
    private final Canvas canvas;
    private final double widest;
    private final double slot;
    private final boolean slanted;

    SvgColumns(BarChart chart, int width) {
        this.chart = chart;
        this.scale = Scales.value(chart, 6);
        this.layout = new BarLayout(chart, scale);
        this.widest = Math.min(LONGEST_NAME, chart.categories().stream().mapToDouble(c -> TextSize.width(c, Canvas.FONT)).max().orElse(0));
        int categories = Math.max(1, chart.categories().size());
        double room = Canvas.labelRoom(scale);
        this.slanted = widest > (width - room - 12) / categories - 6;
        double left = slanted ? Math.max(room, widest * 0.85 - (width - room) / categories / 2) : room;
        this.slot = (width - left - 12) / categories;
        double height = width < 700 ? 310 : 360;
        this.canvas = new Canvas(width, height, new Canvas.Margins(left, 12, 28, namesHeight() + 20), chart.title());
    }

    Picture draw() {
        canvas.verticalAxis(scale);
        double group = Math.min(slot * 0.78, layout.slots() * WIDEST_BAR);
        for (int c = 0; c < chart.categories().size(); c++) {
            double start = canvas.left + slot * (c + 0.5) - group / 2;
            for (BarLayout.Bar bar : layout.bars(c)) {
                bar(start, group / layout.slots(), bar);
            }
            total(c, group);
            categoryLabel(c);
        }
        canvas.line(canvas.left, canvas.py(scale, scale.base()), canvas.right, canvas.py(scale, scale.base()), "rule");
        canvas.text((canvas.left + canvas.right) / 2, canvas.bottom + namesHeight() + 12, chart.categoryLabel(), "label mid");
        return new Picture(canvas.finish(), layout.legend());
    }

    private double namesHeight() {
        return slanted ? 24 + widest * 0.53 : 26;
    }

    private void bar(double start, double breadth, BarLayout.Bar bar) {
        double a = canvas.py(scale, bar.from());
        double b = canvas.py(scale, bar.to());
        double gap = layout.isStacked() ? 0 : Math.min(2, breadth * 0.1);
        canvas.rect(start + bar.slot() * breadth, Math.min(a, b), breadth - gap, Math.abs(a - b), "bar " + Palette.areaClass(bar.series()), bar.hover());
    }

    private void total(int category, double group) {
        boolean single = layout.slots() == 1;
        String text = layout.shown(layout.total(category));
        if (single && !layout.bars(category).isEmpty() && TextSize.width(text, 11) < slot - 2) {
            double top = layout.bars(category).stream().mapToDouble(BarLayout.Bar::to).max().orElse(0);
            canvas.text(canvas.left + slot * (category + 0.5), canvas.py(scale, Math.max(top, scale.base())) - 5, text, "value mid");
        }
    }

    private void categoryLabel(int category) {
        double x = canvas.left + slot * (category + 0.5);
        String name = chart.categories().get(category);
        if (slanted) {
            canvas.slantedText(x + 4, canvas.bottom + 14, TextSize.fitted(name, Canvas.FONT, LONGEST_NAME), "tick end");
        } else {
            canvas.text(x, canvas.bottom + 18, name, "tick mid");
        }
    }
}
