package columna.reports.drawing;

import columna.reports.BarChart;
import columna.reports.Chart;
import columna.reports.HeatMap;
import columna.reports.HistogramChart;
import columna.reports.LineChart;
import columna.reports.ParallelCoordinates;
import columna.reports.RangeChart;
import columna.reports.ScatterChart;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/**
 * Draws charts as PNG on white, titled, {@value #WIDTH} by at least {@value #HEIGHT} points at {@value #SCALE} pixels per point. The same chart
 * gives the same bytes on one JDK; another JDK may differ by a few pixels of antialiasing.
 */
public final class PngChart {
    static final int WIDTH = 800;
    static final int HEIGHT = 460;
    static final int SCALE = 2;

    private PngChart() {
    }

    public static byte[] draw(Chart chart) {
        JFreeChart drawing = switch (chart) {
            case LineChart line -> PngLines.of(line);
            case BarChart bar -> PngBars.of(bar);
            case ScatterChart scatter -> PngPoints.of(scatter);
            case RangeChart range -> PngRanges.of(range);
            case HeatMap heat -> PngHeatMap.of(heat);
            case ParallelCoordinates parallel -> PngParallel.of(parallel);
            case HistogramChart histograms -> PngHistograms.of(histograms);
        };
        return encode(paint(drawing, height(chart)));
    }

    private static int height(Chart chart) {
        return switch (chart) {
            case RangeChart range -> Math.max(200, 130 + 22 * range.rows().size());
            case HistogramChart histograms -> Math.max(200, 130 + 34 * histograms.rows().size());
            case BarChart bar when bar.orientation() == BarChart.Orientation.HORIZONTAL -> Math.max(240, 140 + 24 * bars(bar));
            case BarChart bar -> HEIGHT;
            case LineChart line -> HEIGHT;
            case ScatterChart scatter -> HEIGHT;
            case HeatMap heat -> Math.clamp(170 + 26L * heat.row().names().size(), 260, 1400);
            case ParallelCoordinates parallel -> HEIGHT;
        };
    }

    private static int bars(BarChart chart) {
        return chart.categories().size() * (chart.arrangement() == BarChart.Arrangement.STACKED ? 1 : Math.max(1, chart.series().size()));
    }

    private static BufferedImage paint(JFreeChart drawing, int height) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            drawing.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
