package columna.experiments.study.result;

import columna.experiments.study.definition.Measure;
import columna.experiments.study.definition.StudyDefinition;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which configurations to look at: {@code NAME OP VALUE}, where the name is an axis, a measure (over the mean of the seeds), or a key of a
 * run's summary, and the operator one of = != &lt; &lt;= &gt; &gt;=.
 *
 * @param name as written
 * @param operator as written
 * @param value as written
 */
public record Condition(String name, String operator, String value) implements Predicate<ConfigurationResult> {

    private static final Pattern FORM = Pattern.compile("\\s*(.*?)\\s*(!=|<=|>=|=|<|>)\\s*(.+?)\\s*");

    /**
     * Reads a condition.
     *
     * @throws BadInput if it is none, or names what the study does not have
     */
    public static Condition parse(String text, StudyResult result) {
        String where = "--where " + text.replaceAll("\\p{Cntrl}", "?") + ": ";
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            throw new BadInput(where + "found no condition; allowed: NAME OP VALUE with one of = != < <= > >=, for example 'loss<0.1'");
        }
        Condition condition = new Condition(parts.group(1), parts.group(2), parts.group(3));
        StudyDefinition study = result.study();
        List<String> names = new ArrayList<>(study.axes().stream().map(axis -> axis.name()).toList());
        names.addAll(Measure.words());
        boolean metric = result.configurations().stream().anyMatch(c -> !Double.isNaN(c.mean(condition.name())));
        if (!names.contains(condition.name()) && !metric) {
            throw new BadInput(where + "found no axis or measure '" + condition.name() + "'" + NearestName.hint(condition.name(), names));
        }
        boolean ordered = !List.of("=", "!=").contains(condition.operator());
        if (number(condition.value()).isEmpty() && (ordered || study.axes().stream().noneMatch(axis -> axis.name().equals(condition.name())))) {
            throw new BadInput(where + "found '" + condition.value() + "'; allowed: a number");
        }
        return condition;
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException word) {
            return Optional.empty();
        }
    }

    @Override
    public boolean test(ConfigurationResult configuration) {
        String label = configuration.settings().get(name);
        if (label != null && (number(label).isEmpty() || number(value).isEmpty())) {
            return label.equals(value) == operator.equals("=");
        }
        double found = label != null ? number(label).orElseThrow() : measured(configuration);
        double wanted = number(value).orElseThrow();
        return switch (operator) {
            case "=" -> found == wanted;
            case "!=" -> found != wanted;
            case "<" -> found < wanted;
            case "<=" -> found <= wanted;
            case ">" -> found > wanted;
            default -> found >= wanted;
        };
    }

    private double measured(ConfigurationResult configuration) {
        for (Measure measure : Measure.values()) {
            if (measure.word().equals(name)) {
                return configuration.mean(measure);
            }
        }
        return configuration.mean(name);
    }
}
