package columna.reference.task;

import java.util.List;

/** The three sets of a task: to learn from, to choose a learning rate or an epoch by, and to report. */
public record Sets(List<Sequence> training, List<Sequence> validation, List<Sequence> test) {}
