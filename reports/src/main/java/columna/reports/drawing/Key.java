package columna.reports.drawing;

/** One entry of a legend: the style class that colours its swatch (s1 to s8 or a name of its own), the swatch's shape, and its name. */
public record Key(String styleClass, Swatch swatch, String name) {

    /** How the entry is drawn. */
    public enum Swatch { LINE, BOX, POINT }
}
