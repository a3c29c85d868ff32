package columna.experiments.rtl;

import columna.experiments.rtl.Stimulus.TimeStep;
import columna.sim.function.FunctionalChip.HostListener;
import columna.sim.program.StepKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what a host does to a chip. */
final class StimulusRecorder implements HostListener {

    private final List<TimeStep> steps = new ArrayList<>();
    private Map<String, int[]> words = new LinkedHashMap<>();

    @Override
    public void sends(String channel, int[] sent) {
        words.put(channel, sent.clone());
    }

    @Override
    public void steps(StepKind kind) {
        steps.add(new TimeStep(kind, words));
        words = new LinkedHashMap<>();
    }

    List<TimeStep> steps() {
        return steps;
    }
}
