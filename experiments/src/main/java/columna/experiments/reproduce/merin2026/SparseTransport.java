package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Point;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The abstract's numbers: how much of full real-time recurrent learning's adaptation a few paths of gradient transport recover. */
final class SparseTransport implements Reproduction {

    private static final int FULL_SEEDS = 5;

    @Override
    public String name() {
        return "merin2026";
    }

    @Override
    public String title() {
        return "Sparse gradient transport recovers full RTRL's adaptation";
    }

    @Override
    public String source() {
        return "Merin 2026, Massive Redundancy in Gradient Transport Enables Sparse Online Learning (arXiv 2603.15195), abstract";
    }

    @Override
    public String shortened() {
        return "The network of 256 units has one seed, fewer time steps and a pre-training along k = 4 paths, the LSTM has 32 units instead of 64,"
                + " and the calibration three seeds.";
    }

    @Override
    public List<String> assumptions() {
        return Assumptions.SENTENCES;
    }

    /** The longest first, so that no thread is left alone with one at the end. */
    @Override
    public List<Point> points(Scope scope) {
        List<Point> points = new ArrayList<>();
        for (Setup setup : Setup.values()) {
            if (setup.partOf(scope.full())) {
                for (long seed = 1; seed <= scope.seeds(setup.shortSeeds(), FULL_SEEDS); seed++) {
                    points.add(new Point(setup.configuration(), seed, setup.coreSeconds(), setup.point(seed)));
                }
            }
        }
        for (AttentionPoint.Task task : AttentionPoint.Task.values()) {
            for (long seed = 1; seed <= scope.seeds(FULL_SEEDS, FULL_SEEDS); seed++) {
                points.add(new Point(task.configuration(), seed, AttentionPoint.CORE_SECONDS, new AttentionPoint(task, seed)));
            }
        }
        points.sort(Comparator.comparingDouble(Point::coreSeconds).reversed());
        return points;
    }

    @Override
    public Findings findings(Measurements measurements) {
        return new Findings(Tables.comparisons(measurements), Statements.claims(measurements), Curves.plots(measurements));
    }
}
