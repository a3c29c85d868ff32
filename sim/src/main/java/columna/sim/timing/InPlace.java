package columna.sim.timing;

import columna.sim.accounting.Sources;
import columna.sim.program.MicroOperation;
import columna.sim.program.Operand;

/**
 * A micro-operation that reads the memory it writes must read the element that it writes: then no holding register ever
 * hides a newer word, and the order of reads and writes in the pipeline cannot change the result.
 */
final class InPlace {

    private InPlace() {}

    static void check(MicroOperation.Writing operation) {
        Operand destination = operation.destination();
        for (Operand source : Sources.of(operation)) {
            if (source.memory().equals(destination.memory()) && !source.indices().equals(destination.indices())) {
                throw new IllegalArgumentException("'" + operation.text() + "' reads " + source
                        + " while it writes another element of it; only the same indices " + destination.indices()
                        + " are possible, so write to another memory");
            }
        }
    }
}
