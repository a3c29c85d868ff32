package columna.experiments.rtl;

import columna.experiments.rtl.Stimulus.TimeStep;
import columna.sim.chip.Chip;
import columna.sim.function.FunctionalChip;
import columna.sim.microcode.CoreImage;
import columna.sim.program.StepKind;
import columna.sim.timing.TimingEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds an RTL simulator's log against the simulator: {@code w core cycle bank word mask data} for each written word (mask and data
 * in hexadecimal, for each element real before imaginary part), {@code s cycles} at the end of each step, {@code end steps}.
 */
public final class LogComparison {

    private final Chip chip;
    private final List<CoreImage> images;
    private final List<TimeStep> steps;
    private final FunctionalChip functional;
    private final TimingEngine timing;
    private final Map<StepKind, ExpectedWrites> expected = new HashMap<>();
    private final List<StepComparison> cores = new ArrayList<>();
    private int step;
    private long cycles;
    private long writes;
    private long words;
    private boolean ended;

    /** Before the first line. */
    public LogComparison(Chip chip, Stimulus stimulus) {
        this.chip = chip;
        this.images = chip.cores().stream().map(core -> CoreImage.of(chip, core)).toList();
        this.steps = stimulus.steps();
        this.functional = stimulus.prepared().get();
        this.timing = new TimingEngine(chip, false);
        begin();
    }

    /** Cycles of the steps compared so far. */
    public long cycles() {
        return cycles;
    }

    /** Written bank words compared so far. */
    public long writes() {
        return writes;
    }

    /** Words of elements compared so far. */
    public long words() {
        return words;
    }

    /** Whether the log has come to its end. */
    public boolean ended() {
        return ended;
    }

    private void begin() {
        if (step == steps.size()) {
            return;
        }
        TimeStep now = steps.get(step);
        ExpectedWrites wanted = expected.computeIfAbsent(now.kind(), kind -> ExpectedWrites.of(chip, timing, kind));
        cores.clear();
        for (int core = 0; core < chip.cores().size(); core++) {
            cores.add(new StepComparison(chip, images.get(core), core, step, wanted));
        }
        now.words().forEach(functional::send);
        functional.step(now.kind(), (core, phase, cells) -> cores.get(core).after(cells));
    }

    /** The next line of the log; lines that are none of the log's are passed over. */
    public Optional<Difference> accept(String line) {
        String[] fields = line.split(" ");
        return switch (fields[0]) {
            case "w" -> write(fields);
            case "s" -> end(Long.parseLong(fields[1]));
            case "end" -> {
                ended = true;
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Difference> write(String[] fields) {
        if (step == steps.size()) {
            return Optional.of(new Difference("the chip", step, Long.parseLong(fields[2]), "no further step", "a write"));
        }
        writes++;
        return cores.get(Integer.parseInt(fields[1])).write(
                Long.parseLong(fields[2]), Integer.parseInt(fields[3]), Integer.parseInt(fields[4]),
                LoggedBits.parse(fields[5]), LoggedBits.parse(fields[6]));
    }

    private Optional<Difference> end(long found) {
        for (StepComparison core : cores) {
            Optional<Difference> difference = core.end(found);
            if (difference.isPresent()) {
                return difference;
            }
            words += core.words();
        }
        long due = expected.get(steps.get(step).kind()).cycles();
        if (due != found) {
            return Optional.of(new Difference("the chip", step, found, "a step of " + due + " cycles", found + " cycles"));
        }
        cycles += found;
        step++;
        begin();
        return Optional.empty();
    }
}
