package columna.experiments.profile;

import columna.experiments.profile.proposal.Budget;
import columna.experiments.profile.proposal.Period;
import columna.experiments.profile.proposal.RangeRule;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to profile, and for what.
 *
 * @param spec the experiment
 * @param budget what the proposal may cost
 * @param rule how integer bits follow from ranges
 * @param period which part of training the noise is held against
 * @param samples sequences of training to look at
 * @param seeds seeds with which each design is measured
 * @param threads runs at a time
 * @param sensitivity around which design single bits are measured; empty for none
 * @param signals of which signals or groups; empty for all
 */
public record ProfileRequest(
        ExperimentSpec spec,
        Budget budget,
        RangeRule rule,
        Period period,
        int samples,
        int seeds,
        int threads,
        Optional<Around> sensitivity,
        List<String> signals) {

    /** The design around which sensitivities are measured. */
    public enum Around {
        /** The formats that are proposed. */
        PROPOSAL,
        /** The formats of the file. */
        FILE
    }

    private static final double MOST_DECIBELS = 180;

    public ProfileRequest {
        signals = List.copyOf(signals);
        check(budget);
        if (!(rule.margin() >= 1) || rule.margin() > 1024) {
            throw new BadInput("--margin " + rule.margin() + ": allowed: a factor from 1 to 1024");
        }
        if (!(rule.saturatingShare() >= 0) || rule.saturatingShare() >= 1) {
            throw new BadInput("--saturating " + rule.saturatingShare() + ": allowed: a share from 0 to below 1");
        }
        check("--samples", samples, 2, 1_000_000);
        check("--seeds", seeds, 1, 1000);
        check("--threads", threads, 1, 256);
    }

    private static void check(Budget budget) {
        switch (budget) {
            case Budget.Noise(double decibels) -> {
                if (!(decibels > 0) || decibels > MOST_DECIBELS) {
                    throw new BadInput("--noise-budget " + decibels + ": allowed: decibels above 0, at most " + (int) MOST_DECIBELS);
                }
            }
            case Budget.Loss(double fraction, Budget.Against against) -> {
                if (!(fraction >= 0) || !Double.isFinite(fraction)) {
                    throw new BadInput("--loss-budget " + fraction + ": allowed: a fraction from 0 upwards; 0.1 lets the loss rise by 10 %");
                }
            }
            case Budget.Memory(long bits) -> {
                if (bits < 1) {
                    throw new BadInput("--memory-budget " + bits + ": allowed: bits from 1 upwards");
                }
            }
        }
    }

    private static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadInput(option + " " + value + ": allowed: " + least + " to " + most);
        }
    }

    /**
     * The signals whose sensitivity is asked for, in the chip's order.
     *
     * @throws BadInput if a name is neither a signal of the chip nor a group of some
     */
    List<String> chosen(Set<String> all) {
        for (String name : signals) {
            if (all.stream().noneMatch(signal -> belongs(signal, name))) {
                throw new BadInput("--signals " + name.replaceAll("\\p{Cntrl}", "?") + ": found no signal or group of this chip"
                        + NearestName.hint(name, all));
            }
        }
        return all.stream().filter(signal -> signals.isEmpty() || signals.stream().anyMatch(name -> belongs(signal, name))).toList();
    }

    private static boolean belongs(String signal, String name) {
        return signal.equals(name) || signal.startsWith(name + ".");
    }
}
