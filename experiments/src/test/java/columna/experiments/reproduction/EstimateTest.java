package columna.experiments.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    private static Point point(String name, double coreSeconds) {
        return new Point(name, 1, coreSeconds, course -> Measurement.of(Map.of()));
    }

    @Test
    void workIsSpreadOverTwoCoresButAPointIsNotDivided() {
        assertThat(Estimate.seconds(List.of(point("a", 30), point("b", 20), point("c", 50)))).isEqualTo(50);
        assertThat(Estimate.seconds(List.of(point("a", 30), point("b", 200)))).isEqualTo(200);
        assertThat(Estimate.seconds(List.of())).isZero();
    }

    @Test
    void aReproductionsTimeIsThatOfItsPoints() {
        int letters = Walks.CONFIGURATIONS.stream().mapToInt(String::length).sum();
        assertThat(Estimate.seconds(new Walks().points(Scope.DEFAULT))).isEqualTo(letters * 3 / 2.0);
        assertThat(Estimate.seconds(new Walks().points(Scope.FULL))).isEqualTo(letters * 6 / 2.0);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1 s", "45, 45 s", "89, 89 s", "91, 2 min", "480, 8 min", "5300, 88 min", "12600, 3.5 h", "172000, 47.8 h", "180000, 2.1 d"})
    void timesAreWordsAsAPersonWouldSayThem(double seconds, String words) {
        assertThat(Estimate.words(seconds)).isEqualTo(words);
    }
}
