package columna.reports.drawing;

import java.util.List;

/**
 * Series colours a colour-blind reader can tell apart: the palette of Okabe and Ito (Color Universal Design, 2008) without its
 * yellow, which vanishes on paper, and with wine and olive from Tol's "muted" set; dark pages take lighter shades of the same hues.
 * From the ninth series on the colours repeat, lines are dashed and bars are pale.
 */
public final class Palette {
    /** On white: sRGB, six hexadecimal digits. */
    public static final List<String> LIGHT = List.of("0072b2", "d55e00", "009e73", "cc79a7", "e69f00", "56b4e9", "882255", "6b6b6b");
    /** On a dark page. */
    public static final List<String> DARK = List.of("4ba3e3", "ff8a3d", "2fc998", "e59cc4", "f2bd42", "9ad4f7", "de5a56", "989898");

    private Palette() {
    }

    /** The style class of a series, s1 to s8. */
    static String styleClass(int series) {
        return "s" + (series % LIGHT.size() + 1);
    }

    /** The style class of a series drawn as areas, which are paler where a colour is used again. */
    static String areaClass(int series) {
        return repeats(series) ? styleClass(series) + " pale" : styleClass(series);
    }

    /** Whether the series' colour is also an earlier series'. */
    static boolean repeats(int series) {
        return series >= LIGHT.size();
    }

    /** The colour of a series on white, 0xRRGGBB. */
    static int rgb(int series) {
        return Integer.parseInt(LIGHT.get(series % LIGHT.size()), 16);
    }
}
