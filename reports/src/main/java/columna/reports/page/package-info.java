/**
 * The report as files: one self-contained HTML page, a PNG and a CSV per chart, a CSV per table, one JSON summary.
 * The page's templates in {@code src/main/jte} are compiled into this package. Below it are the report's records, {@code drawing} for
 * the charts and {@code output} for where files go.
 * Nothing of another module of the project may be imported here.
 */
package columna.reports.page;
