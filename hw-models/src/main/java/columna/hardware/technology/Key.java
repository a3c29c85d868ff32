package columna.hardware.technology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The constants of a technology file: section, name, shape and allowed values. The one list of them. */
enum Key {
    NODE_NANOMETRES("operating_point", 1, 1000),
    SUPPLY_VOLTS("operating_point", 0.2, 2),
    TEMPERATURE_KELVIN("operating_point", 300, 350),
    CLOCK_MEGAHERTZ("operating_point", 0.001, 10_000),

    TABLE_NODE_NANOMETRES("sram", List.of("22", "28", "32", "40", "45", "65")),
    ENERGY_DEVICE("sram", List.of("itrs-hp", "itrs-lop", "itrs-lstp")),
    LEAKAGE_NODE_NANOMETRES("sram", List.of("22", "28", "32", "40", "45", "65")),
    LEAKAGE_DEVICE("sram", List.of("itrs-hp", "itrs-lop", "itrs-lstp")),
    SRAM_LEAKAGE("sram", "leakage"),
    LEAKAGE_NODE_RATIO("sram"),
    ONE_READ_ONE_WRITE_LEAKAGE("sram"),
    READ_ENERGY_UP_TO_32_KILOBYTES("sram"),
    READ_ENERGY_ABOVE_32_KILOBYTES("sram"),
    WRITE_OVER_READ("sram"),
    AREA_UP_TO_512_BYTES("sram"),
    AREA_1_TO_2_KILOBYTES("sram"),
    AREA_4_KILOBYTES_AND_ABOVE("sram"),
    ONE_READ_ONE_WRITE_AREA("sram"),
    ACCESS_TIME("sram"),

    NODE_SUPPLY_VOLTS("logic", 0.2, 2),
    NODE_ENERGY("logic"),
    NODE_AREA("logic"),
    PATH_DELAY("logic"),
    PATH_DELAY_SUPPLY_VOLTS("logic", 0.2, 2),
    CELL_ENERGY("logic"),
    MAPPED_ENERGY("logic"),
    CELL_AREA("logic"),
    PLACED_AREA("logic"),
    LOGIC_LEAKAGE("logic", "leakage"),
    CLOCK_TREE_FEMTOJOULES("logic"),
    ROUNDING_FIT("logic"),
    WRAPPING_OVER_SATURATING("logic"),
    LEADING_ONE_OVER_COMPARATOR("logic"),
    REGISTER_FILE_READ("logic"),
    SECOND_READ_PORT("logic"),

    CAPACITANCE_PICOFARADS_PER_MILLIMETRE("wire"),
    PITCH_MICROMETRES("wire"),
    LEAKAGE_NANOWATTS_PER_MILLIMETRE("wire"),
    DELAY_NANOSECONDS_PER_MILLIMETRE("wire");

    /** What a constant holds: one number, one of some words, or low, nominal and high. */
    enum Shape { NUMBER, WORD, BAND }

    static final double SMALLEST = 1e-9;
    static final double LARGEST = 1e9;

    final String section;
    final String key;
    final Shape shape;
    final double smallest;
    final double largest;
    final List<String> words;

    Key(String section) {
        this(section, "");
    }

    Key(String section, String key) {
        this(section, key, Shape.BAND, SMALLEST, LARGEST, List.of());
    }

    Key(String section, double smallest, double largest) {
        this(section, "", Shape.NUMBER, smallest, largest, List.of());
    }

    Key(String section, List<String> words) {
        this(section, "", Shape.WORD, 0, 0, words);
    }

    Key(String section, String key, Shape shape, double smallest, double largest, List<String> words) {
        this.section = section;
        this.key = key.isEmpty() ? name().toLowerCase(Locale.ROOT) : key;
        this.shape = shape;
        this.smallest = smallest;
        this.largest = largest;
        this.words = words;
    }

    String path() {
        return section + "." + key;
    }

    List<String> fields() {
        return shape == Shape.BAND
                ? List.of("low", "nominal", "high", "evidence", "source")
                : List.of("value", "evidence", "source");
    }

    static List<String> sections() {
        return Arrays.stream(values()).map(key -> key.section).distinct().toList();
    }

    static List<String> keysOf(String section) {
        return Arrays.stream(values()).filter(key -> key.section.equals(section)).map(key -> key.key).toList();
    }

    static Optional<Key> find(String section, String name) {
        return Arrays.stream(values()).filter(key -> key.section.equals(section) && key.key.equals(name)).findFirst();
    }
}
