package columna.fixedpoint.table;

import columna.fixedpoint.Cast;
import columna.fixedpoint.Format;
import java.util.Objects;

/** A table addressed by the leading bits of the input's offset from the first covered input. */
final class DirectTable implements LookupTable {

    private final Segments segments;
    private final EntryMemory memory;
    private final Cast cast;
    private final OutputRounding rounding;

    DirectTable(Segments segments, Interpolation interpolation, Format entry, Format output, long[] entries) {
        this.segments = segments;
        this.memory = new EntryMemory(segments, interpolation, entry, entries);
        this.cast = Words.castTo(output);
        this.rounding = new OutputRounding(cast);
    }

    @Override
    public void apply(int[] in, int[] out, int n) {
        long low = segments.low();
        long last = segments.high() - 1;
        int fractionBits = memory.fractionBits();
        for (int i = 0; i < n; i++) {
            long offset = Math.max(low, Math.min(last, in[i])) - low;
            out[i] = rounding.apply(memory.exact(offset), fractionBits);
        }
    }

    @Override
    public boolean covers(int raw) {
        return segments.low() <= raw && raw < segments.high();
    }

    @Override
    public Format input() {
        return segments.input();
    }

    @Override
    public Format output() {
        return cast.target();
    }

    @Override
    public int entries() {
        return memory.entries();
    }

    @Override
    public long bits() {
        return memory.bits();
    }

    @Override
    public Interpolation interpolation() {
        return memory.interpolation();
    }

    @Override
    public int remainderBits() {
        return memory.remainderBits();
    }

    @Override
    public boolean normalised() {
        return false;
    }

    @Override
    public TableImage image() {
        return memory.image(TableImage.Kind.DIRECT, segments.low(), segments.high() - 1, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DirectTable that
                && memory.equals(that.memory)
                && output().equals(that.output());
    }

    @Override
    public int hashCode() {
        return Objects.hash(memory, output());
    }
}
