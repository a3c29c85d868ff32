package columna.sim.timing;

import static org.assertj.core.api.Assertions.assertThat;

import columna.sim.chip.Chip;
import columna.sim.program.Axis;
import columna.sim.program.Memory;
import columna.sim.program.MicroOperation;
import columna.sim.program.MicroOperation.LookUp;
import columna.sim.program.MicroOperation.Maximum;
import columna.sim.program.MicroOperation.Receive;
import columna.sim.program.MicroOperation.Send;
import columna.sim.program.MicroOperation.SumOfProducts;
import columna.sim.program.Operand;
import columna.sim.program.StepKind;
import columna.sim.program.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads and writes of every bank, and the words in their order, against a second layout of slots: element by element over
 * maps of index values, grown as long as no operand leaves its word, with none of the engine's address arithmetic.
 */
class BankReadsTest {

    static List<Chip> chips() {
        return WholeChipTest.chips();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void wordsAreReadAndWrittenInTheOrderOfTheDocument(Chip chip) {
        TimingEngine engine = new TimingEngine(chip, false);
        StepKind kind = new StepKind(true, true, true, true);
        Map<String, List<String>> found = new HashMap<>();
        engine.step(kind, new CycleObserver() {
            @Override
            public void read(long cycle, int core, int operation, String memory, int word) {
                found.computeIfAbsent(core + "." + operation + " reads", k -> new ArrayList<>()).add(memory + word);
            }

            @Override
            public void written(long cycle, int core, int operation, String memory, int word) {
                found.computeIfAbsent(core + "." + operation + " writes", k -> new ArrayList<>()).add(memory + word);
            }
        });
        for (int core = 0; core < chip.cores().size(); core++) {
            var issued = kind.operations(chip.cores().get(core).program());
            for (int i = 0; i < issued.size(); i++) {
                Accesses expected = new Accesses(chip.cores().get(core).hardware().lanes());
                expected.of(issued.get(i).operation());
                String name = core + "." + i;
                String text = issued.get(i).operation().text();
                assertThat(found.getOrDefault(name + " reads", List.of())).as(text).isEqualTo(expected.reads);
                assertThat(found.getOrDefault(name + " writes", List.of())).as(text).isEqualTo(expected.writes);
            }
        }
    }

    /** The accesses of one micro-operation. */
    private static final class Accesses {

        private final int lanes;
        private final List<String> reads = new ArrayList<>();
        private final List<String> writes = new ArrayList<>();
        private final Map<Integer, String> held = new HashMap<>();

        Accesses(int lanes) {
            this.lanes = lanes;
        }

        void of(MicroOperation operation) {
            switch (operation) {
                case SumOfProducts sum -> sum(sum.destination(), sum.terms());
                case Maximum maximum -> sum(
                        maximum.destination(), List.of(new Term(1, 0, false, maximum.source(), Optional.empty())));
                case LookUp lookUp -> {
                    elements(lookUp.source(), true);
                    elements(lookUp.destination(), false);
                }
                case Send send -> elements(send.source(), true);
                case Receive receive -> elements(receive.destination(), false);
            }
        }

        private void elements(Operand operand, boolean read) {
            String last = "";
            for (Map<Axis, Integer> index : over(operand.indices())) {
                String word = word(operand, index);
                if (!word.equals(last)) {
                    (read ? reads : writes).add(word);
                }
                last = word;
            }
        }

        private void sum(Operand destination, List<Term> terms) {
            List<Axis> axes = destination.indices();
            boolean map = !axes.isEmpty() && terms.stream().flatMap(t -> factors(t).stream()).allMatch(o ->
                    !o.indices().contains(axes.getLast()) || o.indices().getLast().equals(axes.getLast()));
            if (map) {
                map(destination, terms);
            } else {
                reduce(destination, terms);
            }
        }

        private void map(Operand destination, List<Term> terms) {
            List<Axis> axes = destination.indices();
            List<Map<Axis, Integer>> group = new ArrayList<>();
            for (Map<Axis, Integer> index : over(axes)) {
                List<Map<Axis, Integer>> longer = new ArrayList<>(group);
                longer.add(index);
                if (!group.isEmpty() && (index.get(axes.getLast()) == 0 || !fits(destination, terms, longer))) {
                    mapGroup(destination, terms, group);
                    group.clear();
                }
                group.add(index);
            }
            mapGroup(destination, terms, group);
        }

        private void mapGroup(Operand destination, List<Term> terms, List<Map<Axis, Integer>> group) {
            int position = 0;
            for (Term term : terms) {
                for (Map<Axis, Integer> summed : over(summed(destination, term))) {
                    slot(position, term, join(group.getFirst(), summed));
                }
                position += factors(term).size();
            }
            writes.add(word(destination, group.getFirst()));
        }

        private boolean fits(Operand destination, List<Term> terms, List<Map<Axis, Integer>> group) {
            return neighbours(destination, group) && terms.stream().allMatch(term ->
                    over(summed(destination, term)).stream().allMatch(summed -> {
                        var joined = group.stream().map(g -> join(g, summed)).toList();
                        return factors(term).stream().allMatch(o -> neighbours(o, joined));
                    }));
        }

        /** Whether the lanes can be fed from one word: one element for all, or neighbours. */
        private boolean neighbours(Operand operand, List<Map<Axis, Integer>> group) {
            if (group.size() > lanes) {
                return false;
            }
            Set<Integer> elements = new LinkedHashSet<>();
            Set<String> words = new LinkedHashSet<>();
            group.forEach(index -> {
                elements.add(element(operand, index));
                words.add(word(operand, index));
            });
            int first = elements.iterator().next();
            int last = element(operand, group.getLast());
            return elements.size() == 1 || words.size() == 1 && elements.size() == group.size()
                    && last - first == group.size() - 1;
        }

        private void reduce(Operand destination, List<Term> terms) {
            List<Map<Axis, Integer>> all = over(destination.indices());
            for (int i = 0; i < all.size(); i++) {
                int position = 0;
                for (Term term : terms) {
                    reduceTerm(position, destination, term, all.get(i));
                    position += factors(term).size();
                }
                String word = word(destination, all.get(i));
                if (i + 1 == all.size() || !word(destination, all.get(i + 1)).equals(word)) {
                    writes.add(word);
                }
            }
        }

        private void reduceTerm(int position, Operand destination, Term term, Map<Axis, Integer> at) {
            List<Axis> summed = summed(destination, term);
            // The lanes' index: the last one of the left factor if it is summed over, else of the right factor.
            for (int i = factors(term).size() - 1; i >= 0; i--) {
                List<Axis> indices = factors(term).get(i).indices();
                if (!indices.isEmpty() && summed.remove(indices.getLast())) {
                    summed.add(indices.getLast());
                }
            }
            List<Map<Axis, Integer>> group = new ArrayList<>();
            for (Map<Axis, Integer> index : over(summed)) {
                Map<Axis, Integer> joined = join(at, index);
                List<Map<Axis, Integer>> longer = new ArrayList<>(group);
                longer.add(joined);
                boolean row = !summed.isEmpty() && index.get(summed.getLast()) == 0;
                if (!group.isEmpty() && (row || !factors(term).stream().allMatch(o -> neighbours(o, longer)))) {
                    slot(position, term, group.getFirst());
                    group.clear();
                }
                group.add(joined);
            }
            slot(position, term, group.getFirst());
        }

        private void slot(int position, Term term, Map<Axis, Integer> index) {
            List<Operand> factors = factors(term);
            Set<String> fresh = new LinkedHashSet<>();
            for (int i = 0; i < factors.size(); i++) {
                String word = word(factors.get(i), index);
                if (!word.equals(held.put(position + i, word))) {
                    fresh.add(word);
                }
            }
            reads.addAll(fresh);
        }

        private static List<Axis> summed(Operand destination, Term term) {
            Set<Axis> axes = new LinkedHashSet<>();
            factors(term).forEach(o -> axes.addAll(o.indices()));
            axes.removeAll(destination.indices());
            return new ArrayList<>(axes);
        }

        private static List<Operand> factors(Term term) {
            List<Operand> factors = new ArrayList<>(List.of(term.left()));
            term.right().ifPresent(factors::add);
            return factors;
        }

        private static Map<Axis, Integer> join(Map<Axis, Integer> a, Map<Axis, Integer> b) {
            Map<Axis, Integer> join = new HashMap<>(a);
            join.putAll(b);
            return join;
        }

        /** All values of nested indices, the last one fastest. */
        private static List<Map<Axis, Integer>> over(List<Axis> axes) {
            List<Map<Axis, Integer>> all = List.of(Map.of());
            for (Axis axis : axes) {
                List<Map<Axis, Integer>> next = new ArrayList<>();
                for (Map<Axis, Integer> one : all) {
                    for (int i = 0; i < axis.size(); i++) {
                        next.add(join(one, Map.of(axis, i)));
                    }
                }
                all = next;
            }
            return all;
        }

        private static int element(Operand operand, Map<Axis, Integer> index) {
            int element = 0;
            for (Axis axis : operand.indices()) {
                element = element * axis.size() + index.get(axis);
            }
            return element;
        }

        private String word(Operand operand, Map<Axis, Integer> index) {
            Memory memory = operand.memory();
            int element = element(operand, index);
            int row = element / memory.columns();
            int wordsBefore = 0;
            for (int r = 0; r < row; r++) {
                for (int c = 0; c < memory.columns(); c += lanes) {
                    wordsBefore++;
                }
            }
            return memory.name() + (wordsBefore + element % memory.columns() / lanes);
        }
    }
}
