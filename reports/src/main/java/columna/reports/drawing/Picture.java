package columna.reports.drawing;

import java.util.List;

/** A chart as inline SVG with the legend it still needs (empty if its series are labelled in place). */
public record Picture(String svg, List<Key> legend) {
    public Picture {
        legend = List.copyOf(legend);
    }
}
