package columna.experiments.rtl;

import columna.fixedpoint.kernel.RowKernels;
import columna.hardware.block.Ports;
import columna.sim.chip.Chip;
import columna.sim.chip.CoreHardware;
import columna.sim.chip.PipelineHardware;
import columna.sim.program.StepKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** For the desk: checks equations given on the command line. */
final class CheckCases {

    private CheckCases() {}

    public static void main(String[] arguments) throws Exception {
        int lanes = Integer.getInteger("lanes", 4);
        Chip chip = SmallCores.chip(
                new CoreHardware(lanes, Ports.values()[Integer.getInteger("ports", 1)], Integer.getInteger("units", 1)),
                new PipelineHardware(Integer.getInteger("r", 1), Integer.getInteger("m", 1), Integer.getInteger("d", 1)),
                System.getProperty("format", "fixed<16,4,RND,SAT>"),
                arguments);
        Stimulus stimulus = RandomStimulus.of(
                chip, RowKernels.fastest(), Collections.nCopies(Integer.getInteger("steps", 3), new StepKind(false, true, false, false)), 7);
        Path folder = Path.of(System.getProperty("folder", "/tmp/case"));
        Files.createDirectories(folder);
        new RtlFolder(chip, stimulus).write(folder);
        for (String simulator : List.of(System.getProperty("simulators", "ICARUS").split(","))) {
            RtlCheck.Result result = RtlCheck.run(chip, stimulus, folder, RtlSimulator.valueOf(simulator));
            System.out.println(simulator + ": " + result.cycles() + " cycles, " + result.words() + " words, "
                    + result.difference().map(Difference::sentence).orElse("no difference"));
        }
    }
}
