package columna.reports.drawing;

import columna.reports.HeatMap;
import columna.reports.Numbers;

/** A heat map's colours and texts, the same in the page and in the PNG. */
final class HeatLayout {
    /** Steps in which the legend's colours are drawn; more cannot be told apart. */
    static final int LEGEND_STEPS = 64;
    private final HeatMap chart;
    private final ValueScale scale;

    HeatLayout(HeatMap chart, ValueScale scale) {
        this.chart = chart;
        this.scale = scale;
    }

    HeatMap.Cell cell(int row, int column) {
        return chart.cells().get(row).get(column);
    }

    /** Where a value lies on the colour ramp, 0 to 1; NaN if it has no colour. */
    double amount(HeatMap.Cell cell) {
        return scale.fraction(scale.coordinate(cell.value()));
    }

    /** The value in the legend's unit, three significant digits. */
    String shown(HeatMap.Cell cell) {
        double coordinate = scale.coordinate(cell.value());
        return Double.isNaN(coordinate) ? Numbers.significant(cell.value(), 3) : Numbers.significant(scale.isLogarithmic() ? Math.pow(10, coordinate) : coordinate, 3);
    }

    /** Words first: where the cell stands, its value, then what its label adds. */
    String hover(int row, int column) {
        HeatMap.Cell cell = cell(row, column);
        String place = chart.row().label() + ": " + chart.row().names().get(row) + "\n" + chart.column().label() + ": " + chart.column().names().get(column);
        return ItemText.begin(place).value(chart.value(), cell.value()).lineIf(!cell.label().isBlank(), cell.label().strip()).toString();
    }

    double widestValue(double fontSize) {
        return chart.cells().stream().flatMap(row -> row.stream()).mapToDouble(cell -> TextSize.width(shown(cell), fontSize)).max().orElse(0);
    }

    boolean isEmpty() {
        return chart.column().names().isEmpty() || chart.row().names().isEmpty();
    }
}
