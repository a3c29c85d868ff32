package columna.sim.accounting;

import columna.sim.program.CoreProgram;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The micro-operations of a program in all phases, by kind: what the units of a core are sized by. */
record Operations(
        List<MicroOperation> all,
        List<SumOfProducts> sums,
        List<LookUp> lookUps,
        List<Maximum> maxima,
        List<Send> sends,
        List<Receive> receives) {

    static Operations of(CoreProgram program) {
        List<MicroOperation> all = new ArrayList<>();
        program.phases().values().forEach(all::addAll);
        return new Operations(
                all,
                only(all, SumOfProducts.class),
                only(all, LookUp.class),
                only(all, Maximum.class),
                only(all, Send.class),
                only(all, Receive.class));
    }

    private static <T> List<T> only(List<MicroOperation> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Term> terms() {
        return sums.stream().flatMap(sum -> sum.terms().stream()).toList();
    }

    /** The largest size, 0 if there is nothing. */
    static <T> int most(List<T> list, ToIntFunction<T> size) {
        return list.stream().mapToInt(size).max().orElse(0);
    }
}
