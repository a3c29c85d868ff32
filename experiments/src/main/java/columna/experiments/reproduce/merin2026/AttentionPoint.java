package columna.experiments.reproduce.merin2026;

import columna.experiments.reproduce.Course;
import columna.experiments.reproduce.Measurement;
import columna.experiments.reproduce.Point;
import columna.reference.attention.AttentionLearner;
import columna.reference.attention.AttentionParameters;
import columna.reference.attention.AttentionSpec;
import columna.reference.attention.HeadSelection;
import columna.reference.dense.task.DelayedRecallTask;
import columna.reference.dense.task.SineTask;
import columna.reference.dense.task.TimeSeries;
import columna.reference.online.OnlineUpdate;
import columna.reference.random.RandomStreams;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A change of the series under attention: pre-trained through all heads, adapted through some of them. */
record AttentionPoint(Task task, long seed) implements Point.Measuring {

    static final double CORE_SECONDS = 4;

    /** What changes: a sine, which fixed heads can follow, or a delay, for which heads must attend elsewhere. */
    enum Task {
        SINE("sine", SineTask.standard()::draw), RECALL("delayed recall", DelayedRecallTask.standard()::draw);

        private final String words;
        private final Function<RandomStreams, TimeSeries> series;

        Task(String words, Function<RandomStreams, TimeSeries> series) {
            this.words = words;
            this.series = series;
        }

        String configuration() {
            return words + ", Adam, attention of 2 layers and 6 heads";
        }
    }

    /** How many of the six heads carry: 100, 50, 33 and 0 %. */
    static final int[] CARRYING = {6, 3, 2, 0};

    private static final AttentionSpec SPEC = new AttentionSpec(2, 6, 4, 16, 1, 1);
    private static final double RATE = 1e-3;
    private static final double TAIL = 0.2;

    /** The words of a method, such as {@code "50 % of heads"}. */
    static String words(int carrying) {
        return Math.round(100.0 * carrying / SPEC.heads()) + " % of heads";
    }

    @Override
    public Measurement measure(Course course) throws IOException {
        RandomStreams streams = new RandomStreams(seed);
        TimeSeries series = task.series.apply(streams);
        HeadSelection all = HeadSelection.all(SPEC);
        AttentionLearner pretrained =
                new AttentionLearner(SPEC, AttentionParameters.initial(SPEC, streams), all, OnlineUpdate.Adam.usual(RATE));
        for (int t = 0; t < series.change(); t++) {
            pretrained.learn(series.x()[t], series.targets()[t]);
        }
        course.reached(0.3);
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put(Names.error("frozen"), tail(pretrained.continued(all), series, false));
        for (int i = 0; i < CARRYING.length; i++) {
            HeadSelection carrying = HeadSelection.random(SPEC, CARRYING[i], streams);
            double error = tail(pretrained.continued(carrying), series, true);
            numbers.put(Names.error(words(CARRYING[i])), error);
            course.reached(0.3 + 0.7 * (i + 1) / CARRYING.length);
        }
        double dense = numbers.get(Names.error(words(SPEC.heads())));
        for (int carrying : CARRYING) {
            numbers.put(ratio(carrying), numbers.get(Names.error(words(carrying))) / dense);
        }
        return Measurement.of(numbers);
    }

    /** The name of the error over that of all heads. */
    static String ratio(int carrying) {
        return "E / E of all heads, " + words(carrying);
    }

    private static double tail(AttentionLearner learner, TimeSeries series, boolean learns) {
        int from = series.steps() - (int) Math.round(TAIL * (series.steps() - series.change()));
        double sum = 0;
        for (int t = series.change(); t < series.steps(); t++) {
            double error = learns ? learner.learn(series.x()[t], series.targets()[t]) : learner.watch(series.x()[t], series.targets()[t]);
            sum += t >= from ? error : 0;
        }
        return sum / (series.steps() - from);
    }
}
