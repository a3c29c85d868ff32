package columna.experiments.profile.proposal;

import columna.experiments.profile.observation.Histogram;
import columna.sim.chip.Chip;
import columna.sim.chip.Core;
import columna.sim.program.Datapath;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.Phase;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The power that the noise of each signal is held against: its own, or less if whatever is computed from it is weaker against that noise. Noise of
 * power n in a factor a of a product a b is noise of power E[b^2] n in the sum, so it is held against the sum's power over E[b^2], contraction
 * included; from the results backwards through the forward, the error and the preparing phase. Small inputs of a normalisation are an example:
 * they are few of the signal's power, and multiplied by much.
 */
final class ReferredPower {

    private static final int MOST_PASSES = 40;
    private static final double SETTLED = 1e-6;
    /** No signal is held to more than this much below its own power: 30 dB. */
    private static final double LEAST_SHARE = 1e-3;

    private final Map<String, Histogram> seen;
    private final Map<String, ReciprocalTable> reciprocals;
    private final Map<String, Double> powers = new HashMap<>();
    private final Map<String, Double> least = new HashMap<>();
    private final Map<String, String> receivers = new HashMap<>();
    private final List<MicroOperation> operations = new ArrayList<>();

    private ReferredPower(Chip chip, Map<String, Histogram> seen, Map<String, Double> own, Map<String, ReciprocalTable> reciprocals) {
        this.seen = seen;
        this.reciprocals = reciprocals;
        powers.putAll(own);
        own.forEach((signal, power) -> least.put(signal, LEAST_SHARE * power));
        for (Core core : chip.cores()) {
            for (Phase phase : Phase.values()) {
                for (MicroOperation operation : core.program().phase(phase)) {
                    if (operation instanceof Receive receive) {
                        receivers.put(receive.channel(), receive.destination().memory().name());
                    }
                    if (phase != Phase.UPDATE && phase != Phase.RESET) {
                        operations.add(operation);
                    }
                }
            }
        }
    }

    /**
     * Of all signals that have magnitudes.
     *
     * @param seen the values of each signal
     * @param own the power that each signal's noise is held against at most
     */
    static Map<String, Double> of(Chip chip, Map<String, Histogram> seen, Map<String, Double> own, Map<String, ReciprocalTable> reciprocals) {
        ReferredPower referred = new ReferredPower(chip, seen, own, reciprocals);
        for (int pass = 0; pass < MOST_PASSES && referred.pass(); pass++) {
            // Each pass takes every operation's demand one operation further back; loops through states settle.
        }
        return referred.powers;
    }

    private boolean pass() {
        boolean changed = false;
        for (MicroOperation operation : operations.reversed()) {
            changed |= switch (operation) {
                case SumOfProducts sum -> products(sum);
                case LookUp lookUp -> table(lookUp);
                case Maximum maximum -> refer(maximum.source().memory(), maximum.destination().memory().name(), 1);
                case Send send -> Optional.ofNullable(receivers.get(send.channel()))
                        .map(receiver -> refer(send.source().memory(), receiver, 1)).orElse(false);
                case Receive receive -> false;
            };
        }
        return changed;
    }

    private boolean products(SumOfProducts sum) {
        boolean changed = false;
        for (Term term : sum.terms()) {
            double shift = Math.scalb(1.0, 2 * term.exponent()) * Datapath.contraction(sum, term);
            Optional<Operand> right = term.right();
            changed |= refer(term.left().memory(), sum.destination().memory().name(), shift * right.map(other -> factor(term.left(), other)).orElse(1.0));
            if (right.isPresent()) {
                changed |= refer(right.get().memory(), sum.destination().memory().name(), shift * factor(right.get(), term.left()));
            }
        }
        return changed;
    }

    /** What the noise of a word is multiplied by: a word of a complex product meets both words of the other factor. */
    private double factor(Operand word, Operand other) {
        Histogram values = seen.get(other.memory().name());
        return values.meanSquare() * (word.complex() && other.complex() ? 2 : 1);
    }

    /** Of 1/x and 1/sqrt(x) by the slope where the argument lies; the other functions have slopes of about one at most. */
    private boolean table(LookUp lookUp) {
        Memory source = lookUp.source().memory();
        String result = lookUp.destination().memory().name();
        ReciprocalTable reciprocal = reciprocals.get(source.name());
        Histogram results = seen.get(result);
        if (reciprocal == null) {
            return refer(source, result, 1);
        }
        return refer(source, result, results.meanSquare() / reciprocal.power(seen.get(source.name())));
    }

    private boolean refer(Memory source, String destination, double factor) {
        String signal = source.name();
        Double power = powers.get(signal);
        Double held = powers.get(destination);
        if (power == null || held == null || signal.equals(destination) || !(factor > 0)) {
            return false;
        }
        double referred = Math.max(least.get(signal), held / factor);
        if (referred < power * (1 - SETTLED)) {
            powers.put(signal, referred);
            return true;
        }
        return false;
    }
}
