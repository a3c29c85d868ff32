package columna.fixedpoint;

/** An exact complex value: four exact real products and two exact sums make a complex product, then one cast per part. */
public record ComplexExact(Exact re, Exact im) {

    /** The value of a pair of raw words. */
    public static ComplexExact of(ComplexRaw raw, Format format) {
        return new ComplexExact(Exact.of(raw.re(), format), Exact.of(raw.im(), format));
    }

    /** {@code this + other}. */
    public ComplexExact plus(ComplexExact other) {
        return new ComplexExact(re.plus(other.re), im.plus(other.im));
    }

    /** {@code this * other}. */
    public ComplexExact times(ComplexExact other) {
        return new ComplexExact(re.times(other.re).minus(im.times(other.im)), re.times(other.im).plus(im.times(other.re)));
    }

    /** One cast per part; each part has its own random word. */
    public ComplexRaw cast(Cast cast, long randomRe, long randomIm) {
        return new ComplexRaw(cast.apply(re, randomRe), cast.apply(im, randomIm));
    }
}
