package columna.experiments.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import columna.experiments.numerics.TimeStepErrors.Place;
import org.junit.jupiter.api.Test;

class TimeStepErrorsTest {

    /** Ten time steps with the errors 1 to 10, out of order. */
    private static TimeStepErrors tenSteps() {
        TimeStepErrors errors = new TimeStepErrors();
        int[] sizes = {3, 9, 1, 10, 2, 4, 8, 5, 7, 6};
        for (int i = 0; i < sizes.length; i++) {
            errors.add(new Place(i / 5, i % 5), sizes[i]);
        }
        return errors;
    }

    @Test
    void theFirstBeyondIsTheFirstInTimeAndNotTheLargest() {
        assertThat(tenSteps().firstBeyond(8)).contains(new Place(0, 1));
        assertThat(tenSteps().firstBeyond(9)).contains(new Place(0, 3));
        assertThat(tenSteps().firstBeyond(10)).as("a tolerance that is reached is kept").isEmpty();
    }

    @Test
    void sharesAndTheirToleranceBelongTogether() {
        assertThat(tenSteps().shareBeyond(8)).isEqualTo(0.2);
        for (double share : new double[] {0, 0.05, 0.1, 0.15, 0.5, 0.99, 1}) {
            double tolerance = tenSteps().within(share);
            assertThat(tenSteps().shareBeyond(tolerance)).as("share %s", share).isLessThanOrEqualTo(share);
            if (share < 1) {
                assertThat(tenSteps().shareBeyond(Math.nextDown((float) tolerance))).as("a smaller one is too small for %s", share).isGreaterThan(share);
            }
        }
        assertThat(new TimeStepErrors().within(0.1)).isZero();
        assertThat(new TimeStepErrors().shareBeyond(0)).isZero();
    }

    /** Two time steps of two words each, from two cores: errors 3 and 4, then 0 and 1. */
    @Test
    void theErrorOfATimeStepIsTheRootMeanSquareOfItsWords() {
        NoiseSum sum = new NoiseSum();
        sum.at(new Place(7, 0));
        sum.add(10, 13);
        sum.at(new Place(7, 0));
        sum.add(10, 6);
        sum.at(new Place(7, 1));
        sum.add(1, 1);
        sum.add(1, 2);
        assertThat(sum.timeSteps().count()).isEqualTo(2);
        assertThat(sum.timeSteps().within(0)).isCloseTo(Math.sqrt(12.5), within(1e-6)); // floats keep seven digits
        assertThat(sum.timeSteps().firstBeyond(0.1)).contains(new Place(7, 0));
        assertThat(sum.timeSteps().within(0.5)).isCloseTo(Math.sqrt(0.5), within(1e-6));
        NoiseSum gradient = new NoiseSum();
        gradient.add(1, 2);
        assertThat(gradient.timeSteps().count()).as("a gradient belongs to no time step").isZero();
    }
}
