package columna.sim.function;

import columna.fixedpoint.RandomWords;
import columna.sim.program.CoreProgram;
import columna.sim.program.Memory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a core holds: its memories, and how many random words it has used. */
final class CoreState {

    private final Map<String, Cells> cells = new LinkedHashMap<>();
    private final RandomWords randomWords;
    private long randomUses;

    CoreState(CoreProgram program, RandomWords randomWords) {
        for (Memory memory : program.memories()) {
            cells.put(memory.name(), new Cells(memory));
        }
        this.randomWords = randomWords;
    }

    Map<String, Cells> memories() {
        return cells;
    }

    Cells cells(Memory memory) {
        return cells.get(memory.name());
    }

    RandomWords randomWords() {
        return randomWords;
    }

    long randomUses() {
        return randomUses;
    }

    void randomUses(long uses) {
        randomUses = uses;
    }

    /** Reserves the random words of one micro-operation and gives the number of the first. */
    long reserve(long words) {
        long first = randomUses;
        randomUses += words;
        return first;
    }
}
