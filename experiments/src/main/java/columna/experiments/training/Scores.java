package columna.experiments.training;

import columna.reference.learning.Score;
import java.util.List;

/** Sums of scores. */
final class Scores {

    private Scores() {}

    /** The mean loss and the sums of answers; the loss is NaN without scores. */
    static Score mean(List<Score> scores) {
        double loss = scores.stream().mapToDouble(Score::loss).average().orElse(Double.NaN);
        return new Score(
                loss,
                scores.stream().mapToLong(Score::correct).sum(),
                scores.stream().mapToLong(Score::scored).sum());
    }
}
