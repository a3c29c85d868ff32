package columna.experiments.study.export;

import columna.experiments.study.result.StudyResult;
import columna.experiments.yaml.BadInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the points of a study for other programs: a row for each point with its configuration, seed, level of each axis, state, reason if
 * it was refused, name, and every metric in the unit of {@code summary.json}. A file is there whole or not at all.
 */
public final class StudyExport {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    @FunctionalInterface
    private interface Content {
        void write(Path file) throws IOException;
    }

    private StudyExport() {}

    /**
     * As CSV: RFC 4180 with lines that end in a line feed, UTF-8, a number in the shortest decimal that reads back to the same bits.
     *
     * @param output the file, new or replaced; its folder exists
     * @throws BadInput if it cannot be written
     */
    public static void csv(StudyResult result, Path output) {
        whole(output, file -> write(PointTable.of(result), file));
    }

    /**
     * As Parquet, with columns of integers, doubles and text.
     *
     * @param output the file, new or replaced; its folder exists
     * @throws BadInput if it cannot be written, or if the module that writes Parquet is not on the class path
     */
    public static void parquet(StudyResult result, Path output) {
        ParquetConverter converter = ServiceLoader.load(ParquetConverter.class).findFirst()
                .orElseThrow(() -> new BadInput("--export parquet: found no module for Parquet on the class path; allowed: to start the launcher columna, "
                        + "which builds and adds it, or to build it with 'mvn -pl parquet -am package' and add parquet/target/columna-parquet.jar "
                        + "and parquet/target/lib/*"));
        PointTable table = PointTable.of(result);
        whole(output, file -> {
            Path csv = Files.createTempFile("columna-export-", ".csv");
            try {
                write(table, csv);
                converter.convert(csv, table.columns(), file);
            } finally {
                Files.deleteIfExists(csv);
            }
        });
    }

    private static void write(PointTable table, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file); CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord(table.columns().stream().map(Column::name).toList());
            printer.printRecords(table.rows());
        }
    }

    /** Beside the file first, then in its place. */
    private static void whole(Path output, Content content) {
        Path folder = Optional.ofNullable(output.toAbsolutePath().getParent()).orElse(output);
        Path beside = folder.resolve(output.getFileName() + ".part");
        try {
            if (Files.isDirectory(output)) {
                throw new BadInput(output + ": found a folder; allowed: the name of a file");
            }
            try {
                content.write(beside);
                Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException denied) {
            throw new BadInput(output + ": found no way to write this file (" + reason(denied) + "); allowed: a file in a folder that exists and that you may write to");
        }
    }

    private static String reason(IOException denied) {
        return switch (denied) {
            case NoSuchFileException missing -> "its folder does not exist";
            case AccessDeniedException ignored -> "permission denied";
            default -> String.valueOf(denied.getMessage()).lines().findFirst().orElse("");
        };
    }
}
