package columna.reports.drawing;

/**
 * One SVG drawing in the making: a plot area with margins, helpers that write shapes with one decimal of a pixel, and the axes. Colours
 * and strokes come from classes in the page's style sheet.
 */
final class Canvas {
    static final double FONT = 12;
    private final SvgMarkup out = new SvgMarkup();
    private final double width;
    private final double height;
    final double left;
    final double right;
    final double top;
    final double bottom;

    /** Margins around the plot area, in pixels. */
    record Margins(double left, double right, double top, double bottom) {
    }

    Canvas(double width, double height, Margins margins, String title, String... attributes) {
        this("img", width, height, margins, title, attributes);
    }

    /** A drawing whose items can be pointed at, focused and followed: to a screen reader a group, where a picture would hide them. */
    static Canvas ofItems(double width, double height, Margins margins, String title, String... attributes) {
        String[] all = new String[attributes.length + 2];
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        all[0] = "class";
        all[1] = "items";
        return new Canvas("group", width, height, margins, title, all);
    }

    private Canvas(String role, double width, double height, Margins margins, String title, String... attributes) {
        this.width = width;
        this.height = height;
        this.left = margins.left();
        this.right = width - margins.right();
        this.top = margins.top();
        this.bottom = height - margins.bottom();
        String[] all = new String[attributes.length + 8];
        System.arraycopy(attributes, 0, all, 8, attributes.length);
        all[0] = "xmlns";
        all[1] = "http://www.w3.org/2000/svg";
        all[2] = "viewBox";
        all[3] = "0 0 " + number(width) + " " + number(height);
        all[4] = "role";
        all[5] = role;
        all[6] = "aria-label";
        all[7] = title;
        out.open("svg", all);
    }

    String finish() {
        return out.close().toString();
    }

    double width() {
        return width;
    }

    double px(ValueScale scale, double coordinate) {
        return left + scale.fraction(coordinate) * (right - left);
    }

    double py(ValueScale scale, double coordinate) {
        return bottom - scale.fraction(coordinate) * (bottom - top);
    }

    Canvas open(String styleClass) {
        out.open("g", "class", styleClass);
        return this;
    }

    /** A group whose lines are translucent. */
    Canvas open(String styleClass, double strokeOpacity) {
        out.open("g", "class", styleClass, "stroke-opacity", Double.toString(Math.round(strokeOpacity * 1000) / 1000.0));
        return this;
    }

    Canvas close() {
        out.close();
        return this;
    }

    Canvas line(double x1, double y1, double x2, double y2, String styleClass) {
        out.empty("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2), "class", styleClass);
        return this;
    }

    /** A rectangle with a text on hover (empty: none). */
    Canvas rect(double x, double y, double w, double h, String styleClass, String hover) {
        String[] attributes = {"x", number(x), "y", number(y), "width", number(Math.max(0, w)), "height", number(Math.max(0, h)), "class", styleClass};
        return shape("rect", hover, attributes);
    }

    Canvas path(String d, String styleClass, String hover) {
        return shape("path", hover, "d", d, "class", styleClass);
    }

    Canvas shape(String tag, String hover, String... attributes) {
        if (hover.isEmpty()) {
            out.empty(tag, attributes);
        } else {
            out.open(tag, attributes).element("title", hover).close();
        }
        return this;
    }

    /** One shape that shows its label on hover and on focus and leads to the link, if that is not empty. */
    Canvas item(String tag, String label, String link, String... attributes) {
        if (link.isEmpty()) {
            String[] all = attributes.clone();
            for (int i = 0; i < all.length; i += 2) {
                all[i + 1] = all[i].equals("class") ? "item " + all[i + 1] : all[i + 1];
            }
            out.open(tag, all).element("title", label).close();
            return this;
        }
        openItem(label, link);
        out.empty(tag, attributes);
        return close();
    }

    /** Begins an item of several shapes. */
    Canvas openItem(String label, String link) {
        if (link.isEmpty()) {
            out.open("g", "class", "item");
        } else {
            out.open("a", "class", "item", "href", link);
        }
        out.element("title", label);
        return this;
    }

    Canvas text(double x, double y, String text, String styleClass) {
        out.element("text", text, "x", number(x), "y", number(y), "class", styleClass);
        return this;
    }

    /** A text with the whole of it on hover if it had to be cut (empty: none). */
    Canvas text(double x, double y, String text, String styleClass, String hover) {
        if (hover.isEmpty()) {
            return text(x, y, text, styleClass);
        }
        out.open("g").element("title", hover).element("text", text, "x", number(x), "y", number(y), "class", styleClass).close();
        return this;
    }

    /** A text turned about its end, reading upwards to the right. */
    Canvas slantedText(double x, double y, String text, String styleClass) {
        out.element("text", text, "transform", "translate(" + number(x) + " " + number(y) + ") rotate(-32)", "class", styleClass);
        return this;
    }

    /** Grid lines, tick labels and title of the vertical axis; the title stands above, where it reads without turning the head. */
    void verticalAxis(ValueScale scale) {
        open("axis");
        for (Tick tick : scale.ticks()) {
            double y = py(scale, tick.coordinate());
            if (tick.isMajor()) {
                line(left, y, right, y, "grid");
                text(left - 7, y + 4, tick.label(), "tick end");
            } else {
                line(left - 3, y, left, y, "rule");
            }
        }
        text(2, 12, scale.title(), "label");
        close();
    }

    /** Tick labels along the upper edge too, for drawings longer than a screen. */
    void upperLabels(ValueScale scale) {
        scale.ticks().forEach(tick -> text(px(scale, tick.coordinate()), top - 6, tick.label(), "tick mid"));
    }

    void horizontalAxis(ValueScale scale, boolean grid) {
        open("axis");
        for (Tick tick : scale.ticks()) {
            double x = px(scale, tick.coordinate());
            if (tick.isMajor() && grid) {
                line(x, top, x, bottom, "grid");
            }
            line(x, bottom, x, bottom + (tick.isMajor() ? 5 : 3), "rule");
            text(x, bottom + 18, tick.label(), "tick mid");
        }
        line(left, bottom, right, bottom, "rule");
        text((left + right) / 2, bottom + 36, scale.title(), "label mid");
        close();
    }

    /** The room tick labels need left of a vertical axis. */
    static double labelRoom(ValueScale scale) {
        return 12 + scale.ticks().stream().mapToDouble(tick -> TextSize.width(tick.label(), FONT)).max().orElse(0);
    }

    /** One decimal, no trailing zero, "0" for minus zero. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
    }
}
