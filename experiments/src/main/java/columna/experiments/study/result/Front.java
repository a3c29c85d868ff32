package columna.experiments.study.result;

import columna.experiments.study.definition.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Pareto fronts: configurations that no other beats in one objective without losing in another. */
public final class Front {

    private Front() {}

    /** Whether the first is at least as good in every objective and better in one, in the means over seeds. */
    public static boolean dominates(ConfigurationResult one, ConfigurationResult other, List<Measure> objectives) {
        boolean better = false;
        for (Measure measure : objectives) {
            double difference = measure.cost(one.mean(measure)) - measure.cost(other.mean(measure));
            if (Double.isNaN(difference) || difference > 0) {
                return false;
            }
            better |= difference < 0;
        }
        return better;
    }

    /** The front, by the last objective; of equal configurations the first stands for all. */
    public static List<ConfigurationResult> of(List<ConfigurationResult> configurations, List<Measure> objectives) {
        List<ConfigurationResult> front = new ArrayList<>();
        for (ConfigurationResult candidate : configurations) {
            boolean beaten = objectives.stream().anyMatch(measure -> Double.isNaN(candidate.mean(measure)))
                    || front.stream().anyMatch(member -> dominates(member, candidate, objectives) || equal(member, candidate, objectives));
            if (!beaten) {
                front.removeIf(member -> dominates(candidate, member, objectives));
                front.add(candidate);
            }
        }
        Measure last = objectives.getLast();
        front.sort(Comparator.comparingDouble((ConfigurationResult c) -> last.cost(c.mean(last))).thenComparingInt(ConfigurationResult::number));
        return front;
    }

    private static boolean equal(ConfigurationResult one, ConfigurationResult other, List<Measure> objectives) {
        return objectives.stream().allMatch(measure -> one.mean(measure) == other.mean(measure));
    }
}
