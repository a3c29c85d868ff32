package columna.experiments.study.definition;

/**
 * When a chip is given up: a point whose mean loss over the last tenth of the sequences so far is too high after some share of learning
 * learns no more sequences. The rule looks at the point alone, so that results depend neither on order nor on threads.
 *
 * @param after share of the experiment's sequences, more than 0 and less than 1
 * @param lossAbove nats per bit
 */
public record StopRule(double after, double lossAbove) {}
