package columna.experiments.profile.proposal;

import java.util.Locale;

/** What a proposal may cost, or what it has to keep. */
public sealed interface Budget {

    /** Every signal keeps a signal-to-noise ratio against its own rounding. */
    record Noise(double decibels) implements Budget {
        /** What is proposed for if nothing is asked. */
        public static final Noise DEFAULT = new Noise(30);
    }

    /** The loss after learning may rise by a fraction. */
    record Loss(double fraction, Against against) implements Budget {}

    /** All memories together have so many bits. */
    record Memory(long bits) implements Budget {}

    /** What a loss is measured against. */
    enum Against {
        /** The chip of the experiment file as it is. */
        CHIP("the file's own chip"),
        /** The float reference. */
        REFERENCE("the reference");

        private final String label;

        Against(String label) {
            this.label = label;
        }

        /** For sentences. */
        public String label() {
            return label;
        }
    }

    /** For sentences. */
    default String label() {
        return switch (this) {
            case Noise(double decibels) -> String.format(Locale.ROOT, "%s dB of signal-to-noise ratio for every signal", plain(decibels));
            case Loss(double fraction, Against against) ->
                String.format(Locale.ROOT, "a loss at most %s %% above that of %s", plain(100 * fraction), against.label());
            case Memory(long bits) -> String.format(Locale.ROOT, "%,d bits of memory", bits);
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
    }
}
