package columna.reports.page;

import columna.reports.Chart;
import columna.reports.drawing.Key;
import columna.reports.drawing.Picture;

/** A chart with its drawing. */
record Figure(Chart chart, Picture picture) {

    /** The style class of a legend entry's swatch. */
    static String shape(Key key) {
        return switch (key.swatch()) {
            case LINE -> "stroke";
            case BOX -> "box";
            case POINT -> "point";
        };
    }
}
