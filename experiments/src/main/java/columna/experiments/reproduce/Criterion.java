package columna.experiments.reproduce;

import java.util.Locale;

/** When a measured number counts as reproduced. */
public sealed interface Criterion {

    /** The verdict on at least one seed. */
    Verdict judge(Sample measured);

    /** The criterion in the words of a table cell. */
    String words();

    /** The mean is at most a bound. */
    record AtMost(double bound) implements Criterion {
        @Override
        public Verdict judge(Sample measured) {
            return met(measured.mean() <= bound);
        }

        @Override
        public String words() {
            return "at most " + number(bound);
        }
    }

    /** The mean is at least a bound. */
    record AtLeast(double bound) implements Criterion {
        @Override
        public Verdict judge(Sample measured) {
            return met(measured.mean() >= bound);
        }

        @Override
        public String words() {
            return "at least " + number(bound);
        }
    }

    /** The mean is from low to high; {@code words} says why these bounds. */
    record Between(double low, double high, String words) implements Criterion {
        @Override
        public Verdict judge(Sample measured) {
            return met(low <= measured.mean() && measured.mean() <= high);
        }

        /** Within a share of a number, such as 0.25 for 25 %. */
        public static Between within(double share, double of) {
            double reach = Math.abs(share * of);
            return new Between(of - reach, of + reach, String.format(Locale.ROOT, "within %.0f %%", 100 * share));
        }

        /**
         * Both means agree to some standard errors of their difference, the published one and our own combined; with one seed, to the
         * published one's.
         */
        public static Criterion standardErrors(double of, double error, double count, Sample measured) {
            double own = measured.size() < 2 ? 0 : measured.standardError();
            double reach = count * Math.hypot(error, own);
            return new Between(of - reach, of + reach, String.format(Locale.ROOT, "within %.0f standard errors", count));
        }
    }

    /** For the reader to judge. */
    record Open() implements Criterion {
        @Override
        public Verdict judge(Sample measured) {
            return Verdict.REPORTED;
        }

        @Override
        public String words() {
            return "none";
        }
    }

    private static Verdict met(boolean met) {
        return met ? Verdict.MET : Verdict.MISSED;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
