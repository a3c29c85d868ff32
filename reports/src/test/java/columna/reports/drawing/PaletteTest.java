package columna.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Colours stay apart for readers with full protanopia and deuteranopia. A difference of 2.3 is just noticeable; 9 is asked for. */
class PaletteTest {
    @Test
    void anyTwoSeriesDifferForEveryReader() {
        for (List<String> palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (double[][] eye : List.of(Sight.NORMAL, Sight.PROTANOPIA, Sight.DEUTERANOPIA)) {
                for (int i = 0; i < palette.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        assertThat(Sight.distance(Sight.lab(palette.get(i), eye), Sight.lab(palette.get(j), eye))).as(palette.get(i) + " and " + palette.get(j)).isGreaterThan(9);
                    }
                }
            }
        }
    }

    @Test
    void everySeriesStandsOutFromItsGround() {
        Palette.LIGHT.forEach(c -> assertThat(Sight.contrast(c, "ffffff")).as(c).isGreaterThan(2));
        Palette.DARK.forEach(c -> assertThat(Sight.contrast(c, "14171b")).as(c).isGreaterThan(4.5));
    }
}
