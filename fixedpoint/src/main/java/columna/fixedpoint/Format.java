package columna.fixedpoint;

/**
 * A fixed-point number format and the rules for casting into it: {@code value = raw * 2^-fractionBits}. A raw word is
 * held in a {@code long}: two's complement when signed, zero-extended when unsigned (an unsigned word of 64 bits uses
 * the sign bit of the {@code long}; read it with the unsigned methods of {@link Long}). Written {@code fixed<16,4>},
 * {@code ufixed<8,0,RND,SAT>}, {@code fixed<16,4,TRN,WRAP,3>} as in IEEE 1666 SystemC.
 *
 * @param width bits of a word, sign included, 1 to 64
 * @param integerBits bits above the binary point, sign included, -256 to 256
 * @param signed two's complement or unsigned
 * @param quantization rounding of a cast into this format
 * @param overflow what replaces a value out of range
 * @param saturatedBits SystemC's {@code n_bits}, 0 to 64; 0 unless overflow is WRAP or WRAP_SM
 */
public record Format(int width, int integerBits, boolean signed,
                     Quantization quantization, Overflow overflow, int saturatedBits) {

    private static final int INTEGER_BITS_LIMIT = 256;

    public Format {
        if (width < 1 || width > 64) {
            throw invalid("width", width, "1 to 64");
        }
        if (Math.abs((long) integerBits) > INTEGER_BITS_LIMIT) {
            throw invalid("integer bits", integerBits, -INTEGER_BITS_LIMIT + " to " + INTEGER_BITS_LIMIT);
        }
        if (saturatedBits < 0 || saturatedBits > 64) {
            throw invalid("saturated bits", saturatedBits, "0 to 64");
        }
        if (saturatedBits > 0 && !overflow.usesSaturatedBits()) {
            throw invalid("saturated bits", saturatedBits + " with " + overflow, "0 unless overflow is WRAP or WRAP_SM");
        }
        if (overflow == Overflow.WRAP_SM && !signed) {
            throw invalid("overflow", "WRAP_SM in an unsigned format", "WRAP, SAT, SAT_ZERO or SAT_SYM");
        }
    }

    private static IllegalArgumentException invalid(String what, Object found, String allowed) {
        return new IllegalArgumentException("The number format has " + what + " " + found + "; allowed: " + allowed + ".");
    }

    /** Signed, TRN, WRAP: SystemC's defaults. */
    public static Format fixed(int width, int integerBits) {
        return new Format(width, integerBits, true, Quantization.TRN, Overflow.WRAP, 0);
    }

    /** Unsigned, TRN, WRAP: SystemC's defaults. */
    public static Format ufixed(int width, int integerBits) {
        return new Format(width, integerBits, false, Quantization.TRN, Overflow.WRAP, 0);
    }

    /**
     * Reads {@code fixed<W,I[,quantisation[,overflow[,saturated bits]]]>} or {@code ufixed<...>}; modes that are not
     * written are TRN and WRAP.
     *
     * @throws IllegalArgumentException one sentence saying what was found and what is allowed
     */
    public static Format parse(String text) {
        return parse(text, Quantization.TRN, Overflow.WRAP);
    }

    /** As {@link #parse(String)}, with these modes where none is written. */
    public static Format parse(String text, Quantization defaultQuantization, Overflow defaultOverflow) {
        return new FormatParser(text, defaultQuantization, defaultOverflow).parse();
    }

    /** The same format with another rounding. */
    public Format withQuantization(Quantization other) {
        return new Format(width, integerBits, signed, other, overflow, saturatedBits);
    }

    /** The same format with another overflow; saturated bits are dropped where they would have no meaning. */
    public Format withOverflow(Overflow other) {
        return new Format(width, integerBits, signed, quantization, other, other.usesSaturatedBits() ? saturatedBits : 0);
    }

    /** Bits below the binary point, {@code width - integerBits}; may be negative. */
    public int fractionBits() {
        return width - integerBits;
    }

    /** The lowest raw word: {@code -2^(width-1)} or 0. */
    public long minimumRaw() {
        return signed ? -1L << width - 1 : 0;
    }

    /** The highest raw word: {@code 2^(width-1) - 1} or {@code 2^width - 1} (-1 as a {@code long} for 64 unsigned bits). */
    public long maximumRaw() {
        return signed ? ~minimumRaw() : -1L >>> 64 - width;
    }

    /** The lowest raw word that a cast may produce: {@link #minimumRaw()}, but {@code -maximumRaw()} for signed SAT_SYM. */
    public long lowestAllowedRaw() {
        return signed && overflow == Overflow.SAT_SYM ? -maximumRaw() : minimumRaw();
    }

    /** The value of one unit in the last place, {@code 2^-fractionBits}, exact. */
    public double resolution() {
        return Math.scalb(1.0, -fractionBits());
    }

    /** The value of {@link #minimumRaw()}, exact. */
    public double minimum() {
        return toDouble(minimumRaw());
    }

    /** The value of {@link #maximumRaw()}, rounded to the nearest double when wider than 53 bits. */
    public double maximum() {
        return toDouble(maximumRaw());
    }

    /** Whether a raw word lies within {@code [minimumRaw, maximumRaw]}. */
    public boolean contains(long raw) {
        return extend(raw) == raw;
    }

    /** The low {@code width} bits as a raw word: sign- or zero-extended. */
    public long extend(long bits) {
        int unused = 64 - width;
        return signed ? bits << unused >> unused : bits << unused >>> unused;
    }

    /** The value of a raw word: exact up to 53 significant bits, else the nearest double, ties to even. */
    public double toDouble(long raw) {
        double integer = signed || raw >= 0 ? raw : ((raw >>> 1 | raw & 1) * 2.0);
        return Math.scalb(integer, -fractionBits());
    }

    /**
     * The double, taken exactly, then quantised, then brought into range.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite, or the quantisation is STOCHASTIC
     */
    public long fromDouble(double value) {
        return Cast.to(this).apply(Exact.of(value), 0);
    }

    /**
     * As {@link #fromDouble(double)}; STOCHASTIC rounds with all 64 bits of {@code random}, other modes do not read it.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public long fromDouble(double value, long random) {
        return Cast.to(this, 64).apply(Exact.of(value), random);
    }

    /** A raw word of the {@code source} format cast into this one; STOCHASTIC rounds with all 64 bits of {@code random}. */
    public long from(long raw, Format source, long random) {
        return Cast.to(this, 64).apply(raw, source, random);
    }

    /**
     * Shift of the register itself, as {@code ac_fixed} and {@code ap_fixed} define {@code <<} and {@code >>}: bits leave
     * at either end, the right shift is arithmetic when signed, nothing is rounded. A negative amount shifts right.
     */
    public long shiftRegister(long raw, int left) {
        if (left >= 0) {
            return left > 63 ? 0 : extend(raw << left);
        }
        int right = Math.min(-left, 64);
        return right == 64 ? (signed ? raw >> 63 : 0) : signed ? raw >> right : raw >>> right;
    }

    /** The shape without the modes: the start of exact result formats. */
    public ExactFormat exact() {
        return new ExactFormat(width, integerBits, signed);
    }

    /** The shape of every exact sum with the other format. */
    public ExactFormat plus(Format other) {
        return exact().plus(other.exact());
    }

    /** The shape of every exact difference with the other format. */
    public ExactFormat minus(Format other) {
        return exact().minus(other.exact());
    }

    /** The shape of every exact product with the other format. */
    public ExactFormat times(Format other) {
        return exact().times(other.exact());
    }

    /** The shape of every exact negative. */
    public ExactFormat negated() {
        return exact().negated();
    }

    /** {@code fixed<W,I>} or {@code ufixed<W,I>}, without the modes: for tables and axes. */
    public String shortName() {
        return (signed ? "fixed<" : "ufixed<") + width + "," + integerBits + ">";
    }

    /** The canonical text: modes always written, so that it parses back to the same format whatever the defaults. */
    @Override
    public String toString() {
        String shape = shortName();
        String tail = saturatedBits == 0 ? ">" : "," + saturatedBits + ">";
        return shape.substring(0, shape.length() - 1) + "," + quantization + "," + overflow + tail;
    }
}
