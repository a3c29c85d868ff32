package columna.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unit with the SI prefix that suits a number: a value in the old unit divided by {@code factor} is the value in {@code unit}.
 * A unit may carry a prefix (pJ) and a denominator (pJ/step). Squared and unknown units keep their size; word units (cycles)
 * take a letter of their own (M cycles); bits, bytes and words never become smaller than one, seconds never larger. The
 * dimensionless unit is written "1" and shown as nothing.
 */
public record Scaled(double factor, String unit) {
    private static final Map<String, Integer> PREFIXES =
            Map.of("a", -18, "f", -15, "p", -12, "n", -9, "\u00b5", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12);
    private static final List<String> LADDER = List.of("a", "f", "p", "n", "\u00b5", "m", "", "k", "M", "G", "T");
    private static final int UNPREFIXED = LADDER.indexOf("");
    private static final Set<String> PREFIXABLE = Set.of("J", "W", "s", "Hz", "bit", "B", "V", "A", "op");
    private static final Set<String> FIXED = Set.of("%", "dB", "\u00b0C", "mm\u00b2", "\u00b5m\u00b2", "mm2", "um2", "nm");

    /** The unit in which the magnitude lies between 1 and 1000, if there is one. */
    public static Scaled of(String unit, double magnitude) {
        int slash = unit.indexOf('/');
        String head = slash < 0 ? unit : unit.substring(0, slash);
        String tail = slash < 0 ? "" : unit.substring(slash);
        if (FIXED.contains(head) || !Double.isFinite(magnitude)) {
            return new Scaled(1, shown(unit));
        }
        String base = base(head);
        int from = head.length() == base.length() ? UNPREFIXED : LADDER.indexOf(head.substring(0, 1));
        int to = magnitude == 0 ? from : from + Math.floorDiv(decade(Math.abs(magnitude)), 3);
        int rung = Math.clamp(to, lowest(base, from), base.equals("s") ? UNPREFIXED : LADDER.size() - 1);
        return new Scaled(Math.pow(10, 3.0 * (rung - from)), join(LADDER.get(rung), base, tail));
    }

    /** As {@link #of}, but units that take no prefix of their own (steps, cycles, "1") keep their size: an axis is easier to read so. */
    public static Scaled forAxis(String unit, double largest) {
        String head = unit.indexOf('/') < 0 ? unit : unit.substring(0, unit.indexOf('/'));
        return PREFIXABLE.contains(base(head)) ? of(unit, largest) : new Scaled(1, shown(unit));
    }

    /** The unit as a heading shows it: nothing for the dimensionless unit "1", areas with a raised two. */
    public static String shown(String unit) {
        return unit.equals("1") ? "" : unit.replaceAll("\\b(k|c|m|n)?m2\\b", "$1m\u00b2").replaceAll("\\bum2\\b", "\u00b5m\u00b2");
    }

    private static String base(String head) {
        if (head.length() > 1 && PREFIXES.containsKey(head.substring(0, 1)) && PREFIXABLE.contains(head.substring(1))) {
            return head.substring(1);
        }
        return head;
    }

    private static int lowest(String base, int from) {
        boolean divisible = PREFIXABLE.contains(base) && !Set.of("bit", "B", "op").contains(base);
        return divisible ? 0 : Math.min(from, UNPREFIXED);
    }

    private static String join(String prefix, String base, String tail) {
        if (PREFIXABLE.contains(base)) {
            return prefix + base + tail;
        }
        String word = shown(base);
        String gap = prefix.isEmpty() || word.isEmpty() ? "" : "\u00a0";
        return prefix + gap + word + tail;
    }

    private static int decade(double magnitude) {
        int decade = (int) Math.floor(Math.log10(magnitude));
        return Math.pow(10, decade + 1) <= magnitude ? decade + 1 : decade;
    }
}
