package columna.experiments.rtl;

import columna.experiments.chip.ChipDesign;
import columna.experiments.explain.Signals;
import columna.experiments.spec.ExperimentSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the cases in which RTL and simulator are held against each other: a core, or a whole chip, that learns the copy task.
 *
 * @param name telling
 * @param core name of the core that is cut out; none for the whole chip
 * @param settings what differs from the shipped experiment
 * @param sequences training sequences
 */
public record RtlCase(String name, Optional<String> core, List<String> settings, int sequences) {

    private static final String EXPERIMENT = "copy-task";

    /** Formats of all signals of the recurrent core but its tables: every quantisation and every overflow, several widths. */
    private static final List<String> FORMATS = List.of(
            "fixed<16,5,TRN,SAT>",
            "fixed<16,5,RND,SAT>",
            "fixed<18,5,TRN_ZERO,SAT_SYM>",
            "fixed<20,5,RND_ZERO,WRAP>",
            "fixed<14,5,RND_INF,SAT>",
            "fixed<17,5,RND_MIN_INF,SAT_SYM>",
            "fixed<12,4,RND_CONV,SAT>",
            "fixed<22,6,RND_CONV_ODD,WRAP_SM>",
            "fixed<16,5,STOCHASTIC,SAT>",
            "fixed<10,4,STOCHASTIC,SAT_ZERO>",
            "fixed<24,6,STOCHASTIC,WRAP>",
            "fixed<8,3,RND,WRAP,2>");

    private static final List<String> PORTS = List.of("1RW", "1R1W", "2R1W");
    /** Cycles of reading, multiplying and rounding. */
    private static final List<List<Integer>> PIPELINES = List.of(List.of(1, 1, 1), List.of(2, 3, 2), List.of(1, 2, 1));

    /** The cases of the site's page. */
    public static List<RtlCase> all() {
        List<RtlCase> cases = new ArrayList<>();
        for (int format = 0; format < FORMATS.size(); format++) {
            for (int lanes : new int[] {1, 4, 8}) {
                cases.add(recurrent(format, lanes));
            }
        }
        cases.add(new RtlCase("encoder core, 4 lanes", Optional.of("encoder"), small(4, 0, 0), 150));
        cases.add(new RtlCase("mixing core, 4 lanes", Optional.of("layer[0].mixing"), small(4, 1, 1), 60));
        cases.add(new RtlCase("decoder core, 4 lanes", Optional.of("decoder"), small(4, 2, 2), 150));
        List<String> narrow = new ArrayList<>(small(2, 0, 0));
        narrow.addAll(List.of("chip.bus.width_bits=12", "chip.bus.hop_cycles=2", "chip.bus.buffer_beats=2"));
        cases.add(new RtlCase("whole chip, 5 cores, 2 lanes, 12-bit bus", Optional.empty(), narrow, 60));
        return List.copyOf(cases);
    }

    private static RtlCase recurrent(int format, int lanes) {
        List<String> settings = new ArrayList<>(small(lanes, format % PORTS.size(), format % PIPELINES.size()));
        for (String signals : List.of("lru", "lru.B", "lru.C", "lru.nu", "lru.theta", "lru.trace", "lru.trace.B", "lru.gradient")) {
            settings.add("formats." + signals + "=" + FORMATS.get(format));
        }
        return new RtlCase("recurrent core, " + lanes + (lanes == 1 ? " lane, " : " lanes, ") + FORMATS.get(format),
                Optional.of("layer[0].recurrent[0]"), settings, lanes == 1 ? 24 : lanes == 4 ? 60 : 72);
    }

    private static List<String> small(int lanes, int ports, int pipeline) {
        return List.of(
                "network.layers=1", "network.units=12", "network.width=10",
                "chip.recurrent_core.lanes=" + lanes, "chip.recurrent_core.ports=" + PORTS.get(ports),
                "chip.mixing_core.lanes=" + lanes, "chip.mixing_core.ports=" + PORTS.get(ports),
                "chip.pipeline.memory_read_cycles=" + PIPELINES.get(pipeline).get(0),
                "chip.pipeline.multiply_cycles=" + PIPELINES.get(pipeline).get(1),
                "chip.pipeline.round_cycles=" + PIPELINES.get(pipeline).get(2));
    }

    /** Chip and stimulus of the case. */
    public CoreStimulus build() {
        ExperimentSpec spec = ExperimentSpec.read(EXPERIMENT, Signals.names(), settings);
        ChipDesign design = ChipDesign.of(spec);
        return core.map(cut -> CoreStimulus.of(spec, design, design.chip().index(cut), sequences))
                .orElseGet(() -> new CoreStimulus(design.chip(), ExperimentStimulus.of(spec, design, sequences)));
    }
}
