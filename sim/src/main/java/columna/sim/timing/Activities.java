package columna.sim.timing;

import columna.sim.accounting.Sources;
import columna.sim.chip.Core;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.Operand;
import columna.sim.program.Phase;
import columna.sim.program.StepKind;
import columna.sim.program.StepKind.Issued;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes results of what the units counted. */
final class Activities {

    private Activities() {}

    /** Empty counters for what a core issues in a kind of step. */
    static List<Activity> of(StepKind kind, CoreProgram program) {
        List<Activity> activities = new ArrayList<>();
        Map<Phase, Integer> positions = new EnumMap<>(Phase.class);
        for (Issued issued : kind.operations(program)) {
            List<MicroOperation> list = program.phase(issued.phase());
            int position = positions.getOrDefault(issued.phase(), 0);
            while (list.get(position) != issued.operation()) {
                position++;
            }
            positions.put(issued.phase(), position + 1);
            activities.add(new Activity(
                    issued, position, activities.size(), Sources.of(issued.operation()).size()));
        }
        return activities;
    }

    static CoreOutcome outcome(Core core, List<Activity> activities) {
        Map<String, long[]> accesses = new HashMap<>();
        core.program().memories().forEach(memory -> accesses.put(memory.name(), new long[2]));
        List<OperationOutcome> operations = new ArrayList<>();
        for (Activity activity : activities) {
            List<Operand> sources = Sources.of(activity.issued.operation());
            long reads = 0;
            for (int i = 0; i < sources.size(); i++) {
                accesses.get(sources.get(i).memory().name())[0] += activity.reads[i];
                reads += activity.reads[i];
            }
            if (activity.issued.operation() instanceof MicroOperation.Writing writing) {
                accesses.get(writing.destination().memory().name())[1] += activity.writes;
            }
            operations.add(outcome(activity, reads));
        }
        List<CoreOutcome.Bank> banks = new ArrayList<>();
        for (Memory memory : core.program().memories()) {
            long[] access = accesses.get(memory.name());
            banks.add(new CoreOutcome.Bank(memory.name(), access[0], access[1]));
        }
        return new CoreOutcome(core.name(), core.hardware().lanes(), operations, banks);
    }

    private static OperationOutcome outcome(Activity activity, long reads) {
        Map<Stall, Long> stalls = new EnumMap<>(Stall.class);
        for (Stall reason : Stall.values()) {
            stalls.put(reason, activity.stalls[reason.ordinal()]);
        }
        return new OperationOutcome(
                activity.issued,
                activity.position,
                activity.firstCycle,
                activity.lastCycle,
                activity.slots,
                stalls,
                reads,
                activity.writes,
                activity.multiplies,
                activity.lanes);
    }

    /** Cycles from the end of one phase to the end of the next. */
    static Map<Phase, Long> phases(StepKind kind, List<CoreOutcome> cores) {
        Map<Phase, Long> phases = new EnumMap<>(Phase.class);
        long before = 0;
        for (Phase phase : Phase.values()) {
            if (kind.runs(phase)) {
                long end = before;
                for (CoreOutcome core : cores) {
                    for (OperationOutcome operation : core.operations()) {
                        end = operation.issued().phase() == phase ? Math.max(end, operation.lastCycle() + 1) : end;
                    }
                }
                phases.put(phase, end - before);
                before = end;
            }
        }
        return phases;
    }
}
