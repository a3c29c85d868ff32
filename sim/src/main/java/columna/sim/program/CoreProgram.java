package columna.sim.program;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A core type: declared memories, look-up tables and one straight list of micro-operations per phase.
 *
 * @param name the core type, such as {@code recurrent}
 * @param memories in declaration order, names unique
 * @param tables in declaration order
 * @param phases lists of micro-operations; phases without work are absent
 */
public record CoreProgram(
        String name, List<Memory> memories, List<Table> tables, Map<Phase, List<MicroOperation>> phases) {

    public CoreProgram {
        memories = List.copyOf(memories);
        tables = List.copyOf(tables);
        Map<Phase, List<MicroOperation>> copy = new EnumMap<>(Phase.class);
        phases.forEach((phase, operations) -> copy.put(phase, List.copyOf(operations)));
        phases = java.util.Collections.unmodifiableMap(copy);
    }

    /** The micro-operations of a phase, empty if it has none. */
    public List<MicroOperation> phase(Phase phase) {
        return phases.getOrDefault(phase, List.of());
    }

    /** The memory of that name. */
    public Memory memory(String memoryName) {
        return memories.stream()
                .filter(m -> m.name().equals(memoryName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("core " + name + " has no memory " + memoryName));
    }

    /** Starts a program. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects declarations and equations; equations refer to memories and tables declared before them. */
    public static final class Builder {

        private final String name;
        private final Map<String, Memory> memories = new LinkedHashMap<>();
        private final Map<String, Table> tables = new LinkedHashMap<>();
        private final Map<Phase, List<MicroOperation>> phases = new EnumMap<>(Phase.class);

        private Builder(String name) {
            this.name = name;
        }

        /** Declares a memory. */
        public Builder declare(Memory memory) {
            if (memories.put(memory.name(), memory) != null) {
                throw new IllegalArgumentException("core " + name + " declares " + memory.name() + " twice");
            }
            return this;
        }

        /** Declares a table. */
        public Builder declare(Table table) {
            tables.put(table.name(), table);
            return this;
        }

        /** Appends equations of inference to a phase. */
        public Builder infer(Phase phase, String... equations) {
            return append(phase, false, equations);
        }

        /** Appends equations of learning to a phase. */
        public Builder learn(Phase phase, String... equations) {
            return append(phase, true, equations);
        }

        private Builder append(Phase phase, boolean learning, String... equations) {
            EquationParser parser = new EquationParser(memories, tables);
            List<MicroOperation> list = phases.computeIfAbsent(phase, p -> new ArrayList<>());
            for (String equation : equations) {
                list.add(parser.parse(equation, learning));
            }
            return this;
        }

        /** The finished program; every datapath is checked to be computed exactly. */
        public CoreProgram build() {
            phases.values().forEach(list -> list.forEach(Datapath::check));
            return new CoreProgram(
                    name, new ArrayList<>(memories.values()), new ArrayList<>(tables.values()), phases);
        }
    }
}
