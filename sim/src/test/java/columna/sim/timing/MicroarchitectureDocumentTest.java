package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.hardware.block.Ports;
import columna.sim.chip.Chip;
import columna.sim.chip.PipelineHardware;
import columna.sim.program.MicroOperation;
import columna.sim.program.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The tables of MICROARCHITECTURE.md that show cycles are what the engine does. */
class MicroarchitectureDocumentTest {

    private static final PipelineHardware PIPELINE = new PipelineHardware(1, 2, 1);

    @Test
    void theWorkedExampleIsWhatTheEngineDoes() throws IOException {
        assertThat(block("worked example")).isEqualTo(workedExample());
    }

    @Test
    void theLatencyTableIsWhatTheEngineUses() throws IOException {
        assertThat(block("latencies")).isEqualTo(latencies());
    }

    private static String block(String name) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("columna.root"), "src/site/MICROARCHITECTURE.md"));
        String begin = "<!-- begin " + name + " -->\n";
        int from = text.indexOf(begin);
        int to = text.indexOf("<!-- end " + name + " -->");
        assertThat(from).as("'%s' in the document", begin.strip()).isNotNegative();
        return text.substring(from + begin.length(), to);
    }

    /** {@code vh := vh - s*wh} with 7 elements, 2 lanes, one port, latency 5. */
    private static String workedExample() {
        Chip chip = TinyChips.core(2, Ports.ONE_READ_WRITE, PIPELINE, "vh[h] := vh[h] - s*wh[h]");
        TreeMap<Long, String[]> rows = new TreeMap<>();
        StepOutcome step = new TimingEngine(chip, false).step(TinyChips.INFER, new CycleObserver() {
            @Override
            public void fetched(long cycle, int core, int operation) {
                put(cycle, 0, "fetch");
            }

            @Override
            public void read(long cycle, int core, int operation, String memory, int word) {
                put(cycle, 1, memory + "[" + word + "]");
            }

            @Override
            public void issued(long cycle, int core, int operation, int slot) {
                put(cycle, 2, "slot " + slot);
            }

            @Override
            public void written(long cycle, int core, int operation, String memory, int word) {
                put(cycle, 3, memory + "[" + word + "]");
            }

            private void put(long cycle, int column, String text) {
                String[] row = rows.computeIfAbsent(cycle, c -> new String[] {"", "", "", ""});
                row[column] = row[column].isEmpty() ? text : row[column] + " " + text;
            }
        });
        StringBuilder table = new StringBuilder("| cycle | sequencer | reads | issues | writes |\n|---|---|---|---|---|\n");
        OperationOutcome operation = step.cores().getFirst().operations().getFirst();
        for (long cycle = 0; cycle <= operation.lastCycle(); cycle++) {
            String[] row = rows.getOrDefault(cycle, new String[] {"", "", "", ""});
            boolean draining = cycle > 0 && row[2].isEmpty() && rows.tailMap(cycle).values().stream().allMatch(r -> r[2].isEmpty());
            String sequencer = !row[0].isEmpty() ? row[0] : draining ? "drain" : row[2].isEmpty() ? "stall" : "";
            table.append(String.format(Locale.ROOT, "| %d | %s | %s | %s | %s |%n", cycle, sequencer, row[1], row[2], row[3]));
        }
        return table.toString().replace(System.lineSeparator(), "\n");
    }

    private static String latencies() {
        StringBuilder table = new StringBuilder("| micro-operation | 1 lane | 4 lanes | 8 lanes |\n|---|---|---|---|\n");
        for (String equation : List.of(
                "vh[h] := s*wh[h]", "vn[n] := mnh[n,h]*vh[h]", "vh[h] := 0", "vh[h] := f(wh[h])", "vn[n] := max(mnh[n,h])",
                "receive vh[h] <- x", "send vh[h] -> x")) {
            MicroOperation operation =
                    TinyChips.declarations().infer(Phase.FORWARD, equation).build().phase(Phase.FORWARD).getFirst();
            table.append("| `").append(equation).append('`');
            for (int lanes : new int[] {1, 4, 8}) {
                table.append(" | ").append(Latency.of(operation, PIPELINE, lanes));
            }
            table.append(" |\n");
        }
        return table.toString();
    }
}
