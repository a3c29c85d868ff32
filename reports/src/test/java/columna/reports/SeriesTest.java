package columna.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void averagingKeepsMeanAndExtremesOfEachWindow() {
        Series series = Series.averaged("s", new double[] {1, 2, 3, 4, 5}, new double[] {10, 30, Double.NaN, 7, 2}, 2);
        assertThat(series.size()).isEqualTo(3);
        assertThat(new double[] {series.x(0), series.y(0), series.low(0), series.high(0)}).containsExactly(1.5, 20, 10, 30);
        assertThat(new double[] {series.x(1), series.y(1), series.low(1), series.high(1)}).containsExactly(4, 7, 7, 7);
        assertThat(new double[] {series.x(2), series.y(2), series.low(2), series.high(2)}).containsExactly(5, 2, 2, 2);
    }

    @Test
    void aWindowOfNothingIsAGap() {
        assertThat(Series.averaged("s", new double[] {1}, new double[] {Double.NaN}, 4).y(0)).isNaN();
    }

    @Test
    void theCallersArraysAreCopied() {
        double[] y = {1};
        Series series = Series.of("s", y, y);
        y[0] = 2;
        assertThat(series.y(0)).isEqualTo(1);
    }
}
