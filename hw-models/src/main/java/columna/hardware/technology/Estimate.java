package columna.hardware.technology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A band that remembers its evidence and sources while it is computed with. */
record Estimate(Band band, Evidence evidence, List<String> sources) {
    Estimate {
        sources = List.copyOf(new LinkedHashSet<>(sources));
        if (sources.isEmpty() || sources.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("An estimate needs a source, found " + sources + ".");
        }
    }

    static Estimate of(double value, Evidence evidence, String source) {
        return new Estimate(Band.exactly(value), evidence, List.of(source));
    }

    Estimate times(Estimate factor) {
        return combined(band.times(factor.band), factor);
    }

    Estimate times(double factor) {
        return new Estimate(band.times(factor), evidence, sources);
    }

    Estimate plus(Estimate other) {
        return combined(band.plus(other.band), other);
    }

    /** The same number because of a stated rule: as badly known as an assumption. */
    Estimate assuming(String rule) {
        var said = new ArrayList<>(sources);
        said.add(rule);
        return new Estimate(band, Evidence.ASSUMED, said);
    }

    /** Bounds widened by the ratio by which a size lies outside its data; a ratio of 1 or less changes nothing. */
    Estimate extrapolated(double ratio) {
        if (ratio <= 1) {
            return this;
        }
        var wider = new Estimate(new Band(band.low() / ratio, band.nominal(), band.high() * ratio), evidence, sources);
        return wider.assuming("extrapolated beyond the table");
    }

    String source() {
        return String.join("; ", sources);
    }

    private Estimate combined(Band result, Estimate other) {
        var both = new ArrayList<>(sources);
        both.addAll(other.sources);
        return new Estimate(result, evidence.worse(other.evidence), both);
    }
}
