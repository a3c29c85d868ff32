package columna.sim.accounting;

import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import java.util.List;
import java.util.stream.Stream;

/** The operand positions of a micro-operation. */
public final class Sources {

    private Sources() {}

    /** What it reads, term by term, left before right; one entry per position, so an operand may appear twice. */
    public static List<Operand> of(MicroOperation operation) {
        return switch (operation) {
            case SumOfProducts sum -> sum.terms().stream()
                    .flatMap(term -> Stream.concat(Stream.of(term.left()), term.right().stream()))
                    .toList();
            case LookUp lookUp -> List.of(lookUp.source());
            case Maximum maximum -> List.of(maximum.source());
            case Send send -> List.of(send.source());
            case Receive receive -> List.of();
        };
    }
}
