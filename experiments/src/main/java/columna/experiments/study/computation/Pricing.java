package columna.experiments.study.computation;

import columna.experiments.numerics.ObservedNumbers;
import columna.experiments.priced.PricedChip;
import columna.experiments.priced.StepClock;
import columna.experiments.priced.Technologies;
import columna.experiments.result.Learned;
import columna.experiments.result.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clocks and prices what was learned. Points that differ in their seed only are one chip to a clock and to a bill, so the chips of a short
 * while ago are kept. Safe for threads.
 */
public final class Pricing {

    /** Chips kept: the seeds of a configuration follow each other in a study, and threads are at neighbouring configurations. */
    private static final int KEPT = 64;
    private static final float LOAD = 0.75f;

    private final Map<String, PricedChip> chips = new LinkedHashMap<>(KEPT, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PricedChip> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Everything that the point's run found.
     *
     * @param outcomes by the keys of {@link StudyPoint#learning} and {@link StudyPoint#reference}
     * @throws columna.experiments.yaml.BadInput if the chip has no price
     */
    public RunResult price(StudyPoint point, Map<String, String> outcomes) {
        LearningOutcome chip = LearningOutcome.fromJson(outcomes.get(point.learning().key()));
        ReferenceOutcome beside = ReferenceOutcome.fromJson(outcomes.get(point.reference().key()));
        Learned learned = new Learned(
                chip.complete(), Outcomes.curve(chip, beside), chip.test().score(), beside.test().score(), chip.updates(), Map.of(), ObservedNumbers.NONE);
        PricedChip priced = chip(point);
        // Its engine remembers steps and is one thread's at a time.
        synchronized (priced) {
            StepClock clock = new StepClock(priced.engine(), true);
            clock.add(chip.activity());
            return priced.result(point.spec(), learned, clock, List.of());
        }
    }

    private PricedChip chip(StudyPoint point) {
        String key = Keys.point(point.spec().withSeed(0), point.design(), Optional.empty());
        synchronized (chips) {
            PricedChip known = chips.get(key);
            if (known != null) {
                return known;
            }
        }
        PricedChip fresh = PricedChip.of(point.spec(), point.design(), Technologies.of(point.spec()));
        synchronized (chips) {
            return chips.computeIfAbsent(key, k -> fresh);
        }
    }
}
