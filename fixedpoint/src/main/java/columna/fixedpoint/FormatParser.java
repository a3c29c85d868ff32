package columna.fixedpoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the written form of a {@link Format}; every error is one sentence. */
final class FormatParser {

    private static final Pattern SHAPE = Pattern.compile("\\s*(u?fixed)\\s*<([^<>]*)>\\s*");
    private static final String ALLOWED = "fixed<W,I> or ufixed<W,I>, optionally with a quantisation, an overflow and"
            + " a number of saturated bits, such as fixed<16,4,RND,SAT>";

    private final String text;
    private final Quantization defaultQuantization;
    private final Overflow defaultOverflow;

    FormatParser(String text, Quantization defaultQuantization, Overflow defaultOverflow) {
        this.text = text;
        this.defaultQuantization = defaultQuantization;
        this.defaultOverflow = defaultOverflow;
    }

    Format parse() {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw error("is not a format", ALLOWED);
        }
        List<String> parts = Arrays.stream(matcher.group(2).split(",", -1)).map(String::strip).toList();
        if (parts.size() < 2 || parts.size() > 5) {
            throw error("has " + parts.size() + (parts.size() == 1 ? " parameter" : " parameters"), ALLOWED);
        }
        int width = integer("width", parts.get(0), 1, 64);
        int integerBits = integer("number of integer bits", parts.get(1), -256, 256);
        Quantization quantization = parts.size() < 3
                ? defaultQuantization : mode("quantisation", parts.get(2), Quantization.values());
        Overflow overflow = parts.size() < 4 ? defaultOverflow : mode("overflow", parts.get(3), Overflow.values());
        int saturatedBits = parts.size() < 5 ? 0 : integer("number of saturated bits", parts.get(4), 0, 64);
        return format(matcher.group(1).equals("fixed"), width, integerBits, quantization, overflow, saturatedBits);
    }

    private Format format(boolean signed, int width, int integerBits,
                          Quantization quantization, Overflow overflow, int saturatedBits) {
        if (saturatedBits > 0 && !overflow.usesSaturatedBits()) {
            throw error("has " + saturatedBits + " saturated bits with overflow " + overflow,
                    "saturated bits with WRAP or WRAP_SM only");
        }
        if (overflow == Overflow.WRAP_SM && !signed) {
            throw error("is unsigned with overflow WRAP_SM", "WRAP, SAT, SAT_ZERO or SAT_SYM");
        }
        return new Format(width, integerBits, signed, quantization, overflow, saturatedBits);
    }

    private int integer(String what, String written, int low, int high) {
        if (written.matches("-?[0-9]{1,9}")) {
            int value = Integer.parseInt(written);
            if (value >= low && value <= high) {
                return value;
            }
        }
        throw error("has '" + written + "' as its " + what, "a whole number from " + low + " to " + high);
    }

    private <E extends Enum<E>> E mode(String what, String written, E[] modes) {
        return Arrays.stream(modes).filter(mode -> mode.name().equals(written)).findFirst()
                .orElseThrow(() -> error("has '" + written + "' as its " + what, names(modes) + nearest(written, modes)));
    }

    private static <E extends Enum<E>> String names(E[] modes) {
        return Arrays.stream(modes).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> String nearest(String written, E[] modes) {
        String upper = written.toUpperCase(Locale.ROOT).replaceFirst("^(SC|AC|AP)_", "");
        E best = Arrays.stream(modes).min(Comparator.comparingInt(mode -> editDistance(upper, mode.name()))).orElseThrow();
        return editDistance(upper, best.name()) <= 2 ? "; did you mean " + best.name() + "?" : "";
    }

    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private IllegalArgumentException error(String found, String allowed) {
        String end = allowed.endsWith("?") ? "" : ".";
        return new IllegalArgumentException("The number format '" + text + "' " + found + "; allowed: " + allowed + end);
    }
}
