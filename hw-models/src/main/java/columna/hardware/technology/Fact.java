package columna.hardware.technology;

/**
 * One constant of a technology as a reader sees it.
 *
 * @param key dotted key of the technology file, such as {@code sram.write_over_read}
 * @param value a number, a word, or {@code nominal (low to high)}
 * @param evidence how well it is known
 * @param source where it comes from
 */
public record Fact(String key, String value, Evidence evidence, String source) {}
