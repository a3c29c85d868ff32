package columna.reports.drawing;

import columna.reports.ParallelCoordinates;
import java.util.List;

/** Parallel coordinates as SVG: others first and pale, emphasised items over them, axes and their marks on top. */
final class SvgParallel {
    private static final double TOP = 34;
    private static final double BOTTOM = 14;
    private final ParallelCoordinates chart;
    private final ParallelLayout layout;
    private final Canvas canvas;
    private final double step;

    SvgParallel(ParallelCoordinates chart, int width) {
        this.chart = chart;
        this.layout = new ParallelLayout(chart);
        int last = chart.dimensions().size() - 1;
        double left = 14 + Math.max(widestMark(0), TextSize.width(layout.title(0), Canvas.FONT) / 2);
        double right = Math.max(14, TextSize.width(layout.title(last), Canvas.FONT) / 2);
        this.canvas = Canvas.ofItems(width, width < 700 ? 320 : 400, new Canvas.Margins(Math.min(left, width * 0.2), Math.min(right, width * 0.2), TOP, BOTTOM), chart.title());
        this.step = (canvas.right - canvas.left) / last;
    }

    private double widestMark(int dimension) {
        return layout.marks(dimension).stream().mapToDouble(mark -> TextSize.width(mark.name(), Canvas.FONT)).max().orElse(0);
    }

    Picture draw() {
        items(false, "others");
        items(true, "emphasised s2");
        for (int d = 0; d < chart.dimensions().size(); d++) {
            axis(d);
        }
        return new Picture(canvas.finish(), layout.legend());
    }

    private void items(boolean emphasised, String styleClass) {
        canvas.open(styleClass, emphasised ? 0.9 : layout.paleness());
        for (ParallelCoordinates.Item item : chart.items()) {
            if (item.emphasised() == emphasised) {
                StringBuilder d = new StringBuilder();
                layout.pieces(item).forEach(piece -> trace(piece, d));
                if (!d.isEmpty()) {
                    canvas.item("path", layout.hover(item), item.link(), "d", d.toString(), "class", "way");
                }
            }
        }
        canvas.close();
    }

    private double x(int dimension) {
        return canvas.left + step * dimension;
    }

    private double y(double place) {
        return canvas.bottom - place * (canvas.bottom - canvas.top);
    }

    /** A piece of one crossing is a short dash, so that it is seen. */
    private void trace(List<ParallelLayout.Crossing> piece, StringBuilder d) {
        for (ParallelLayout.Crossing crossing : piece) {
            d.append(crossing == piece.getFirst() ? "M" : "L").append(Canvas.number(x(crossing.axis()))).append(' ').append(Canvas.number(y(crossing.place())));
        }
        if (piece.size() == 1) {
            ParallelLayout.Crossing only = piece.getFirst();
            d.append('L').append(Canvas.number(x(only.axis()) + 6)).append(' ').append(Canvas.number(y(only.place())));
        }
    }

    private void axis(int dimension) {
        double x = x(dimension);
        canvas.open("axis over").line(x, canvas.top, x, canvas.bottom, "upright");
        for (ParallelLayout.Mark mark : layout.marks(dimension)) {
            canvas.line(x - (mark.name().isEmpty() ? 2 : 4), y(mark.place()), x, y(mark.place()), "rule");
            if (!mark.name().isEmpty()) {
                String name = TextSize.fitted(mark.name(), Canvas.FONT, dimension == 0 ? canvas.left - 8 : step - 14);
                canvas.text(x - 6, y(mark.place()) + 4, name, "tick end");
            }
        }
        String title = TextSize.fitted(layout.title(dimension), Canvas.FONT, step - 6);
        canvas.text(x, canvas.top - 14, title, "label mid", title.equals(layout.title(dimension)) ? "" : layout.title(dimension)).close();
    }
}
