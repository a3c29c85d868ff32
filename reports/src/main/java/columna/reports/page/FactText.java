package columna.reports.page;

import columna.reports.Fact;
import columna.reports.Value;

/** A fact's number and unit apart, so that a tile can set the unit smaller. */
record FactText(String number, String unit) {

    static FactText of(Fact fact) {
        String shown = fact.shown();
        int gap = fact.value() instanceof Value.Text ? -1 : shown.indexOf('\u00a0');
        return gap < 0 ? new FactText(shown, "") : new FactText(shown.substring(0, gap), shown.substring(gap + 1));
    }
}
