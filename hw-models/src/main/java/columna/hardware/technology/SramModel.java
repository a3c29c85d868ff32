package columna.hardware.technology;

import columna.hardware.block.Action;
import columna.hardware.block.Ports;
import columna.hardware.block.Sram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * SRAM macros from the CACTI table, corrected by the technology's multipliers.
 *
 * <p>Read energy is {@code table * correction(capacity) * (supply / table supply)^2}; a write is a factor of the read;
 * area is {@code table * correction(capacity)}; leakage comes from the leakage device's table at the technology's
 * temperature. Corrections change with capacity, so each grid point is corrected before the grid is made monotone and
 * interpolated over capacity and word width. A memory with two read ports is two 1R1W macros written together.
 */
final class SramModel {
    private static final double FEWEST_WORDS = 32;
    private static final String TABLE = "CACTI 7.0 scratch RAM, ";

    private final Settings settings;
    private final Csv dynamic;
    private final Csv leaking;
    private final double supplyRatio;
    private final double temperatureRatio;
    private final Map<String, Surface> surfaces = new ConcurrentHashMap<>();

    SramModel(Settings settings) {
        this.settings = settings;
        this.dynamic = rows(Key.TABLE_NODE_NANOMETRES, Key.ENERGY_DEVICE);
        this.leaking = rows(Key.LEAKAGE_NODE_NANOMETRES, Key.LEAKAGE_DEVICE).where("ports", "1RW");
        this.supplyRatio = settings.value(Key.SUPPLY_VOLTS) / dynamic.numbers("supply_v")[0];
        this.temperatureRatio = new LeakageTemperature(
                settings.word(Key.LEAKAGE_NODE_NANOMETRES), settings.word(Key.LEAKAGE_DEVICE))
                .at(settings.value(Key.TEMPERATURE_KELVIN));
    }

    Datasheet datasheet(Sram sram) {
        return switch (sram.ports()) {
            case ONE_READ_WRITE -> onePort(sram);
            case ONE_READ_ONE_WRITE -> twoPorts(sram);
            case TWO_READ_ONE_WRITE -> twoCopies(twoPorts(sram));
        };
    }

    private Csv rows(Key node, Key device) {
        var rows = Csv.resource("sram.csv", settings.word(node) + "," + settings.word(device) + ",");
        if (rows.rows().isEmpty()) {
            throw new TechnologyFileException(settings.file() + ": the SRAM table holds no " + settings.word(device)
                    + " macros at " + settings.word(node) + " nm; itrs-lstp is there at 22, 28 and 45 nm only.");
        }
        return rows;
    }

    private Datasheet onePort(Sram sram) {
        var place = Place.of(sram);
        return sheet(place, area(place, "1RW"), leakage(place), "1RW");
    }

    private Datasheet twoPorts(Sram sram) {
        var place = Place.of(sram);
        var area = area(place, "1R1W").times(settings.estimate(Key.ONE_READ_ONE_WRITE_AREA));
        var leakage = leakage(place).times(settings.estimate(Key.ONE_READ_ONE_WRITE_LEAKAGE));
        return sheet(place, area, leakage, "1R1W");
    }

    private static Datasheet twoCopies(Datasheet copy) {
        var rule = "two 1R1W copies, both written, one read per port";
        return new Datasheet(
                Map.of(Action.READ, copy.energy().get(Action.READ).assuming(rule),
                        Action.WRITE, copy.energy().get(Action.WRITE).times(2).assuming(rule)),
                copy.area().times(2).assuming(rule), copy.leakage().times(2).assuming(rule), copy.latency());
    }

    private Datasheet sheet(Place place, Estimate area, Estimate leakage, String ports) {
        var read = read(place, ports);
        var write = read.times(settings.estimate(Key.WRITE_OVER_READ));
        return new Datasheet(Map.of(Action.READ, read, Action.WRITE, write), area, leakage, access(place, ports))
                .extrapolated(place.outside);
    }

    private Estimate read(Place place, String ports) {
        return corrected(place, ports, "read_pj", bytes -> bytes <= 32_768
                ? Key.READ_ENERGY_UP_TO_32_KILOBYTES : Key.READ_ENERGY_ABOVE_32_KILOBYTES)
                .times(supplyRatio * supplyRatio);
    }

    private Estimate area(Place place, String ports) {
        double squareMicrometresPerSquareMillimetre = 1e6;
        return corrected(place, ports, "area_mm2", bytes -> bytes <= 512 ? Key.AREA_UP_TO_512_BYTES
                : bytes <= 2048 ? Key.AREA_1_TO_2_KILOBYTES : Key.AREA_4_KILOBYTES_AND_ABOVE)
                .times(squareMicrometresPerSquareMillimetre);
    }

    private Estimate leakage(Place place) {
        double microwattsPerMilliwatt = 1000;
        double table = surfaces.computeIfAbsent("leakage", key -> surface(leaking, row -> row.number("leak_mw")))
                .at(place.bytes, place.bits);
        var source = TABLE + settings.word(Key.LEAKAGE_DEVICE) + ", " + settings.word(Key.LEAKAGE_NODE_NANOMETRES) + " nm";
        return Estimate.of(table * microwattsPerMilliwatt * temperatureRatio, Evidence.SCALED, source)
                .times(settings.estimate(Key.SRAM_LEAKAGE)).times(settings.estimate(Key.LEAKAGE_NODE_RATIO));
    }

    private Optional<Estimate> access(Place place, String ports) {
        if (Math.abs(supplyRatio - 1) > LogicScaling.SAME_SUPPLY) {
            return Optional.empty();
        }
        double table = surfaces.computeIfAbsent("access " + ports, key -> surface(macros(ports), row -> row.number("access_ns")))
                .at(place.bytes, place.bits);
        return Optional.of(Estimate.of(table, Evidence.SCALED, source(ports)).times(settings.estimate(Key.ACCESS_TIME)));
    }

    private Estimate corrected(Place place, String ports, String column, DoubleFunction<Key> key) {
        var used = key.apply(place.bytes);
        var band = new Band(
                corrected(ports, column, "low", key, Band::low).at(place.bytes, place.bits),
                corrected(ports, column, "nominal", key, Band::nominal).at(place.bytes, place.bits),
                corrected(ports, column, "high", key, Band::high).at(place.bytes, place.bits));
        var correction = settings.estimate(used);
        return new Estimate(band, Evidence.SCALED.worse(correction.evidence()),
                List.of(source(ports), correction.source()));
    }

    private Surface corrected(
            String ports, String column, String bound, DoubleFunction<Key> key, ToDoubleFunction<Band> factor) {
        return surfaces.computeIfAbsent(column + " " + ports + " " + bound, name -> surface(macros(ports), row ->
                row.number(column) * factor.applyAsDouble(settings.band(key.apply(row.number("capacity_bytes"))))));
    }

    private Csv macros(String ports) {
        var macros = dynamic.where("ports", ports);
        if (macros.rows().isEmpty()) {
            throw new NoPriceException("the SRAM table holds no " + ports + " macros of " + settings.word(Key.ENERGY_DEVICE));
        }
        return macros;
    }

    private String source(String ports) {
        return TABLE + ports + " " + settings.word(Key.ENERGY_DEVICE) + ", " + settings.word(Key.TABLE_NODE_NANOMETRES) + " nm";
    }

    /** The grid over capacity and width; CACTI builds no macro below 32 words, there the smallest of that width stands in. */
    private static Surface surface(Csv rows, ToDoubleFunction<Csv.Row> value) {
        double[] bytes = rows.sizes("capacity_bytes");
        double[] bits = rows.sizes("word_bits");
        var grid = new double[bytes.length][bits.length];
        for (Csv.Row row : rows.rows()) {
            grid[Arrays.binarySearch(bytes, row.number("capacity_bytes"))]
                    [Arrays.binarySearch(bits, row.number("word_bits"))] = value.applyAsDouble(row);
        }
        for (int i = bytes.length - 2; i >= 0; i--) {
            for (int j = 0; j < bits.length; j++) {
                grid[i][j] = grid[i][j] == 0 ? grid[i + 1][j] : grid[i][j];
            }
        }
        return new Surface(bytes, bits, grid);
    }

    /** Where a macro lies in the table, and how far outside. */
    private record Place(double bytes, double bits, double outside) {
        static Place of(Sram sram) {
            double bytes = sram.bits() / 8.0;
            double outside = Limits.outside("capacity in bytes", bytes, 64, 1 << 22)
                    * Limits.outside("word width", sram.wordBits(), 8, 256)
                    * Limits.outside("number of words", sram.words(), FEWEST_WORDS, Double.POSITIVE_INFINITY);
            return new Place(bytes, sram.wordBits(), outside);
        }
    }
}
