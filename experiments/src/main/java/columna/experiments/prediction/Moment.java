package columna.experiments.prediction;

/**
 * What a stream has at one time step.
 *
 * @param observation what the network sees
 * @param target what the learner is told: the cumulant of a return, or the value to be predicted
 * @param truth what the prediction is scored against, which may not be known to any learner
 * @param first whether a sequence begins, so that hidden state and traces are cleared
 * @param last whether a sequence ends with it
 */
public record Moment(double[] observation, double target, double truth, boolean first, boolean last) {}
