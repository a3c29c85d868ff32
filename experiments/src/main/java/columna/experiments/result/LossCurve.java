package columna.experiments.result;

import columna.reference.learning.Score;
import java.util.ArrayList;
import java.util.List;

/** Loss and accuracy of chip and reference while they learn, chunk of sequences by chunk. */
public final class LossCurve {

    /**
     * One chunk.
     *
     * @param sequences learned so far
     * @param chip mean over the chunk, before its updates
     * @param reference the same for the reference
     */
    public record Point(long sequences, Score chip, Score reference) {}

    private final List<Point> points = new ArrayList<>();

    /** Appends a chunk. */
    public void add(long sequences, Score chip, Score reference) {
        points.add(new Point(sequences, chip, reference));
    }

    /** In order. */
    public List<Point> points() {
        return List.copyOf(points);
    }
}
