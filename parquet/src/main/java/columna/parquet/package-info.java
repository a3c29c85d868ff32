/** Tables as Parquet files, by DuckDB. The export of studies, which knows nothing of it, finds it on the class path. */
package columna.parquet;
