package columna.experiments.trace;

import columna.experiments.chip.ChipDesign;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.yaml.BadInput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the waveforms of an experiment's learning. What happens in a cycle depends on the kind of the time step alone, so the run is not
 * disturbed: its first steps are gone through once more, for their kinds.
 */
public final class Traces {

    private Traces() {}

    /**
     * Refuses what cannot be traced, before the run.
     *
     * @throws BadInput if the steps' cycles depend on data
     */
    public static void require(ExperimentSpec spec) {
        if (spec.chip().bus().errorThreshold().isPresent()) {
            throw new BadInput("--trace: found chip.bus.error_threshold, with which cycles depend on the data; allowed: chips without it");
        }
    }

    /** Writes the files that are asked for and gives their paths. */
    public static List<Path> write(ExperimentSpec spec, TraceRequest request, Path folder) {
        require(spec);
        TracedRun run = TracedRun.of(spec, ChipDesign.of(spec), request);
        List<Path> files = new ArrayList<>();
        for (TraceFormat format : request.formats()) {
            Path file = folder.resolve(format.file());
            try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                switch (format) {
                    case VCD -> new VcdFile(run, request, spec.chip().clockMhz(), new PrintWriter(writer)).write();
                    case PERFETTO -> {
                        try (JsonGenerator json = JsonMapper.shared().createGenerator(writer)) {
                            new PerfettoFile(run, request, spec.chip().clockMhz(), json).write();
                        }
                    }
                }
            } catch (IOException denied) {
                throw new UncheckedIOException(denied);
            }
            files.add(file);
        }
        return files;
    }
}
