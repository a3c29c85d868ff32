package columna.experiments.rtl;

import columna.experiments.yaml.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the cases one after the other into a table; a later call with the same folder goes on where an earlier one stopped. */
public final class RtlCases {

    /** The table in the folder. */
    public static final String TABLE = "rtl-cases.csv";

    private static final String HEADER = "case,cycles,writes,words,difference,cycles per second in Verilator,cycles per second,ratio";

    private RtlCases() {}

    /**
     * Runs what is not in the table yet.
     *
     * @param told of every row
     * @return whether no row of the table has a difference
     */
    public static boolean run(Path folder, Consumer<String> told, BooleanSupplier interrupted) {
        Path table = folder.resolve(TABLE);
        try {
            if (!Files.exists(table)) {
                Files.writeString(table, HEADER + "\n");
            }
            for (RtlCase each : RtlCase.all()) {
                if (interrupted.getAsBoolean()) {
                    return true;
                }
                List<String> rows = Files.readAllLines(table);
                if (rows.stream().noneMatch(row -> row.startsWith(quoted(each.name()) + ","))) {
                    String row = row(each, folder.resolve("case"));
                    Files.writeString(table, row + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
                    told.accept(row);
                }
            }
            return Files.readAllLines(table).stream().skip(1).allMatch(row -> row.contains(",none,"));
        } catch (IOException denied) {
            throw new BadInput(folder + ": found no way to write " + TABLE + " (" + denied.getMessage() + "); allowed: a folder you may write to");
        }
    }

    private static String row(RtlCase each, Path folder) {
        clear(folder);
        CoreStimulus built = each.build();
        new RtlFolder(built.chip(), built.stimulus()).write(folder);
        RtlSimulator.VERILATOR.compile(folder);
        RtlCheck.Result result = RtlCheck.run(built.chip(), built.stimulus(), folder, RtlSimulator.VERILATOR);
        RtlSpeed speed = RtlSpeed.measure(built.chip(), built.stimulus(), folder, RtlSimulator.VERILATOR);
        return String.format(Locale.ROOT, "%s,%d,%d,%d,%s,%.0f,%.0f,%.1f", quoted(each.name()), result.cycles(), result.writes(),
                result.words(), result.difference().map(difference -> quoted(difference.sentence())).orElse("none"),
                speed.cycles() / speed.rtlSeconds(), speed.cycles() / speed.simulatorSeconds(), speed.ratio());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static void clear(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw new UncheckedIOException(denied);
        }
    }
}
