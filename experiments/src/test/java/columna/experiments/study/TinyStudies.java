package columna.experiments.study;

import columna.experiments.explain.Signals;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.study.definition.StudyReader;
import java.nio.file.Path;
import java.util.List;

/** Studies of chips so small that a point takes some ten milliseconds. */
public final class TinyStudies {

    private static final String HEAD = """
            study: tiny
            experiment: copy-task
            settings:
              network.layers: 1
              network.units: 4
              network.width: 5
              task.pattern_steps: 2
              task.bits_per_step: 2
              task.pad_steps: 1
              task.test_sequences: 5
              learning.sequences: 48
            """;

    private TinyStudies() {}

    /** A study of the tiny chip; the text follows the settings of the experiment and begins at the margin. */
    public static StudyDefinition of(String rest) {
        return StudyReader.read("tiny.yaml", HEAD + rest, Path.of(""), Signals.names(), List.of());
    }

    /** Bits of traces, rounding, and lanes: 12 configurations that need 6 chips. */
    public static StudyDefinition bitsRoundingLanes() {
        return of("""
                axes:
                  formats.lru.trace.bits: [6, 9, 16]
                  formats.lru.B.rounding: [RND, STOCHASTIC]
                  chip.recurrent_core.lanes: [1, 4]
                """);
    }
}
