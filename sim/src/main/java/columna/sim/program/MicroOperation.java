package columna.sim.program;

import java.util.List;

/**
 * One line of a core's program. Every arithmetic micro-operation is a sum of products, computed without loss and rounded
 * once into its destination's format.
 */
public sealed interface MicroOperation {

    /** Whether a chip that never learns would leave it out. */
    boolean learning();

    /** The line as it is printed in listings. */
    String text();

    /** A micro-operation that writes a memory of its core. */
    sealed interface Writing extends MicroOperation {

        /** The operand that is written. */
        Operand destination();
    }

    /**
     * {@code destination := sum of terms}; without terms it clears the destination.
     *
     * <p>Source elements are read before the destination element of the same index is written, so a memory may update
     * itself in place.
     */
    record SumOfProducts(Operand destination, List<Term> terms, boolean learning) implements Writing {

        public SumOfProducts {
            terms = List.copyOf(terms);
            if (destination.part() == Operand.Part.CONJUGATE) {
                throw new IllegalArgumentException(destination + " cannot be a destination");
            }
            for (Term term : terms) {
                if (term.complex() && !destination.complex()) {
                    throw new IllegalArgumentException(
                            destination + " is real but the term " + term + " is complex; take re(...)");
                }
            }
        }

        @Override
        public String text() {
            StringBuilder line = new StringBuilder(destination.toString()).append(" :=");
            for (int i = 0; i < terms.size(); i++) {
                boolean minus = terms.get(i).sign() < 0;
                line.append(minus ? " - " : i == 0 ? " " : " + ").append(terms.get(i));
            }
            return terms.isEmpty() ? line + " 0" : line.toString();
        }
    }

    /** {@code destination := table(source)}, elementwise; the table interpolates and rounds once. */
    record LookUp(Operand destination, Table table, Operand source, boolean learning) implements Writing {

        @Override
        public String text() {
            return destination + " := " + table.name() + "(" + source + ")";
        }
    }

    /** {@code destination := max(source)} over the indices that the destination lacks; exact. */
    record Maximum(Operand destination, Operand source, boolean learning) implements Writing {

        public Maximum {
            if (!source.memory().format().equals(destination.memory().format())) {
                throw new IllegalArgumentException("the maximum of " + source.memory().name() + " ("
                        + source.memory().format() + ") needs the same format in " + destination.memory().name() + ", which has "
                        + destination.memory().format());
            }
        }

        @Override
        public String text() {
            return destination + " := max(" + source + ")";
        }
    }

    /** Puts a memory's elements on a channel of the bus, in row-major order. */
    record Send(Operand source, String channel, boolean learning) implements MicroOperation {

        @Override
        public String text() {
            return "send " + source + " -> " + channel;
        }
    }

    /**
     * Takes a channel's elements from the bus: waits for all senders of the channel, adds what they sent without loss and
     * rounds once.
     */
    record Receive(Operand destination, String channel, boolean learning) implements Writing {

        @Override
        public String text() {
            return "receive " + destination + " <- " + channel;
        }
    }
}
