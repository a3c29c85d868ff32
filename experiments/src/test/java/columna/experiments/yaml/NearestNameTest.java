package columna.experiments.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    /** Distances counted by hand: insertions, deletions, replacements and swaps of neighbours, one each. */
    @ParameterizedTest
    @CsvSource({"rate,rate,0", "rtae,rate,1", "rat,rate,1", "rates,rate,1", "Rate,rate,0", "kitten,sitting,3", "ca,abc,3", "'',abc,3"})
    void distance(String one, String other, int expected) {
        assertThat(NearestName.distance(one, other)).isEqualTo(expected);
        assertThat(NearestName.distance(other, one)).isEqualTo(expected);
    }

    @Test
    void nothingIsSuggestedWhenNothingIsNear() {
        assertThat(NearestName.of("zebra", List.of("rate", "units"))).isEmpty();
        assertThat(NearestName.of("unist", List.of("rate", "units"))).contains("units");
    }
}
