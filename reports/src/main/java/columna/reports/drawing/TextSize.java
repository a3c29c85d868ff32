package columna.reports.drawing;

/**
 * How wide a text will be at most, in pixels, in the sans-serif faces of common browsers. An estimate by letter class, a little too
 * wide rather than too narrow, so that a drawing does not depend on the fonts of the machine that renders it.
 */
final class TextSize {
    private TextSize() {
    }

    static double width(String text, double fontSize) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            ems += ems(text.charAt(i));
        }
        return ems * fontSize;
    }

    private static double ems(char c) {
        if ("iljtfrI.,:;|!'()[] ".indexOf(c) >= 0) {
            return 0.36;
        }
        if ("mwMW@%+=<>~\u00d7\u2026".indexOf(c) >= 0) {
            return 0.92;
        }
        return c == '\u202f' ? 0.22 : Character.isUpperCase(c) ? 0.70 : 0.63;
    }

    /** The text, cut with an ellipsis if it would be wider. */
    static String fitted(String text, double fontSize, double width) {
        if (width(text, fontSize) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end), fontSize) + 0.8 * fontSize > width) {
            end--;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
