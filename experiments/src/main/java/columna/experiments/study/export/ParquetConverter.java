package columna.experiments.study.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes Parquet; an optional module on the class path has one. */
public interface ParquetConverter {

    /**
     * Converts a table.
     *
     * @param csv with a line of headings, RFC 4180; an empty cell is no value
     * @param columns names and types of its columns, in order
     * @param parquet the file to write, new or replaced
     */
    void convert(Path csv, List<Column> columns, Path parquet) throws IOException;
}
