package columna.hardware.technology;

import java.util.List;

/** One constant as read: a band (a number has equal bounds) or a word, with its evidence and source. */
sealed interface Setting {
    Evidence evidence();

    String source();

    String printed();

    record Number(Band band, Evidence evidence, String source) implements Setting {
        Estimate estimate(Key key) {
            return new Estimate(band, evidence, List.of(key.path() + ": " + source));
        }

        @Override
        public String printed() {
            return band.low() == band.high()
                    ? Double.toString(band.nominal())
                    : band.nominal() + " (" + band.low() + " to " + band.high() + ")";
        }
    }

    record Word(String value, Evidence evidence, String source) implements Setting {
        @Override
        public String printed() {
            return value;
        }
    }
}
