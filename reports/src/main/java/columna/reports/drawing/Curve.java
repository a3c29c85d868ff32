package columna.reports.drawing;

import columna.reports.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * A series as it is drawn: coordinates on both axes, cut at gaps, and thinned so that each pixel column keeps only the first, lowest, highest
 * and last point. A thinned curve covers the same pixels as the full one.
 */
final class Curve {
    private final Series series;
    private final ValueScale x;
    private final ValueScale y;
    private final int columns;

    /** One point in coordinates of the two scales. */
    record Vertex(double x, double y) {
    }

    /** The band at one x. */
    record Span(double x, double low, double high) {
    }

    Curve(Series series, ValueScale x, ValueScale y, int columns) {
        this.series = series;
        this.x = x;
        this.y = y;
        this.columns = columns;
    }

    /** The line's unbroken pieces, in order. */
    List<List<Vertex>> pieces() {
        List<List<Vertex>> pieces = new ArrayList<>();
        List<Vertex> piece = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            Vertex vertex = new Vertex(x.coordinate(series.x(i)), y.coordinate(series.y(i)));
            if (Double.isNaN(vertex.x) || Double.isNaN(vertex.y)) {
                piece = finish(pieces, piece);
            } else {
                piece.add(vertex);
            }
        }
        finish(pieces, piece);
        return pieces;
    }

    private List<Vertex> finish(List<List<Vertex>> pieces, List<Vertex> piece) {
        if (!piece.isEmpty()) {
            pieces.add(thinned(piece));
        }
        return new ArrayList<>();
    }

    private List<Vertex> thinned(List<Vertex> piece) {
        if (piece.size() <= 2 * columns) {
            return piece;
        }
        List<Vertex> out = new ArrayList<>();
        boolean forward = isForward(piece);
        int from = 0;
        for (int i = 1; i <= piece.size(); i++) {
            if (i == piece.size() || column(piece, i, forward) != column(piece, from, forward)) {
                addExtremes(piece, from, i, out);
                from = i;
            }
        }
        return out;
    }

    private int column(List<Vertex> piece, int i, boolean forward) {
        double fraction = forward ? x.fraction(piece.get(i).x) : (double) i / piece.size();
        return (int) (fraction * columns);
    }

    private static boolean isForward(List<Vertex> piece) {
        for (int i = 1; i < piece.size(); i++) {
            if (piece.get(i).x < piece.get(i - 1).x) {
                return false;
            }
        }
        return true;
    }

    private static void addExtremes(List<Vertex> piece, int from, int to, List<Vertex> out) {
        int lowest = from;
        int highest = from;
        for (int i = from; i < to; i++) {
            lowest = piece.get(i).y < piece.get(lowest).y ? i : lowest;
            highest = piece.get(i).y > piece.get(highest).y ? i : highest;
        }
        int last = -1;
        for (int i : new int[] {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1}) {
            if (i > last) {
                out.add(piece.get(i));
                last = i;
            }
        }
    }

    /** The band's unbroken pieces; the lowest low and the highest high of each pixel column. */
    List<List<Span>> bands() {
        List<List<Span>> pieces = new ArrayList<>();
        List<Span> piece = new ArrayList<>();
        for (int i = 0; series.hasBand() && i < series.size(); i++) {
            Span span = span(i);
            if (Double.isNaN(span.x) || Double.isNaN(span.low) || Double.isNaN(span.high)) {
                piece = begin(pieces, piece);
            } else {
                widen(piece, span);
            }
        }
        begin(pieces, piece);
        return pieces;
    }

    /** A band that reaches to or below zero ends at the low end of a logarithmic axis. */
    private Span span(int i) {
        double low = y.coordinate(series.low(i));
        boolean below = y.isLogarithmic() && series.low(i) <= 0;
        return new Span(x.coordinate(series.x(i)), below ? y.low() : low, y.coordinate(series.high(i)));
    }

    private static List<Span> begin(List<List<Span>> pieces, List<Span> piece) {
        if (!piece.isEmpty()) {
            pieces.add(piece);
        }
        return new ArrayList<>();
    }

    private void widen(List<Span> piece, Span span) {
        if (!piece.isEmpty()) {
            Span last = piece.getLast();
            if ((int) (x.fraction(last.x) * columns) == (int) (x.fraction(span.x) * columns)) {
                piece.set(piece.size() - 1, new Span(last.x, Math.min(last.low, span.low), Math.max(last.high, span.high)));
                return;
            }
        }
        piece.add(span);
    }
}
