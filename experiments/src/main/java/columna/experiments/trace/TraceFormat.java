package columna.experiments.trace;

import java.util.Locale;

/** The formats in which waveforms are written. */
public enum TraceFormat {
    /** Value change dump, IEEE 1364 section 18: GTKWave opens it. */
    VCD("trace.vcd"),
    /** Trace events in JSON: the Perfetto UI opens it. */
    PERFETTO("trace.json");

    private final String file;

    TraceFormat(String file) {
        this.file = file;
    }

    /** The file's name in the folder of a run. */
    public String file() {
        return file;
    }

    /** The word that the command line takes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
