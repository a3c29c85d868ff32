package columna.reference.constructive;

import columna.reference.random.RandomStreams;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.rng.RestorableUniformRandomProvider;

/**
 * The clock of conditioning trials: it says in every time step whether the conditioned stimulus starts a trial or the unconditioned one is due,
 * and how far off that is. The first trial starts at the first time step.
 */
final class Trials {

    private final TrialTiming timing;
    private final RestorableUniformRandomProvider random;
    private final double discount;
    private final double[] powers;
    private int sinceStart;
    private int interval;
    private int length;

    Trials(TrialTiming timing, double discount, RandomStreams streams) {
        if (!(discount >= 0 && discount <= 1)) {
            throw new IllegalArgumentException("conditioning trials: discount " + discount + "; allowed is 0 to 1");
        }
        this.timing = timing;
        this.discount = discount;
        random = streams.stream("trials/timing");
        powers = new double[timing.longestInterval()];
        double power = 1;
        for (int j = 0; j < powers.length; j++) {
            powers[j] = power;
            power *= discount;
        }
    }

    void advance() {
        sinceStart++;
        if (sinceStart >= length) {
            sinceStart = 0;
            interval = timing.drawInterval(random);
            length = interval + timing.drawPause(random) + 1;
        }
    }

    boolean starts() {
        return sinceStart == 0;
    }

    boolean isDue() {
        return sinceStart == interval;
    }

    /** {@code gamma^(steps to the US - 1)} before the US, 0 from the US on. */
    double discountedDue() {
        return sinceStart < interval ? powers[interval - sinceStart - 1] : 0;
    }

    double discount() {
        return discount;
    }

    void save(DataOutput out) throws IOException {
        Checkpoint.save(out, random);
        out.writeInt(sinceStart);
        out.writeInt(interval);
        out.writeInt(length);
    }

    void restore(DataInput in) throws IOException {
        Checkpoint.restore(in, random);
        sinceStart = in.readInt();
        interval = in.readInt();
        length = in.readInt();
    }
}
