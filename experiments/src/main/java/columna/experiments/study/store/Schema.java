package columna.experiments.study.store;

import java.util.List;

/** The tables of a study's file. {@code studies.md} explains them to those who query them; a test holds the two in step. */
final class Schema {

    /** Changes whenever a table does. */
    static final int VERSION = 1;

    static final List<String> STATEMENTS = List.of(
            """
            CREATE TABLE study (
              key   TEXT PRIMARY KEY,
              value TEXT NOT NULL
            )""",
            """
            CREATE TABLE computation (
              key     TEXT PRIMARY KEY,
              kind    TEXT NOT NULL,
              outcome TEXT NOT NULL,
              seconds REAL NOT NULL
            )""",
            """
            CREATE TABLE point (
              id         TEXT PRIMARY KEY,
              state      TEXT NOT NULL,
              reason     TEXT NOT NULL,
              experiment TEXT NOT NULL,
              learning   TEXT,
              reference  TEXT,
              program    TEXT NOT NULL
            )""",
            """
            CREATE TABLE metric (
              point TEXT NOT NULL,
              name  TEXT NOT NULL,
              value REAL,
              PRIMARY KEY (point, name)
            ) WITHOUT ROWID""",
            """
            CREATE TABLE plan (
              configuration INTEGER NOT NULL,
              seed          INTEGER NOT NULL,
              point         TEXT NOT NULL,
              PRIMARY KEY (configuration, seed)
            ) WITHOUT ROWID""",
            """
            CREATE TABLE setting (
              configuration INTEGER NOT NULL,
              axis          TEXT NOT NULL,
              value         TEXT NOT NULL,
              PRIMARY KEY (configuration, axis)
            ) WITHOUT ROWID""");

    private Schema() {}
}
