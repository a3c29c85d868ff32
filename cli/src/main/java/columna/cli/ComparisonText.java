package columna.cli;

import columna.experiments.comparison.Subject;
import columna.experiments.explain.SummaryKeys;
import columna.experiments.study.report.StudyReport;
import java.io.PrintWriter;
import java.util.List;

/** A comparison on the screen: the headline numbers of runs beside each other, or what each study recommends. */
final class ComparisonText {

    private ComparisonText() {}

    static void print(PrintWriter out, List<Subject> subjects) {
        for (Subject subject : subjects) {
            if (subject instanceof Subject.Finished study) {
                out.println(study.name() + ": " + study.result().recommendation().map(StudyReport::sentence).orElse("no configuration learns within the bounds."));
            }
        }
        List<Subject.Run> runs = subjects.stream().filter(Subject.Run.class::isInstance).map(Subject.Run.class::cast).toList();
        if (!runs.isEmpty()) {
            out.printf("  %-24s", "");
            runs.forEach(run -> out.printf(" %24s", last(run.name())));
            out.println();
            SummaryKeys.headlines().forEach(key -> {
                out.printf("  %-24s", key.name());
                runs.forEach(run -> out.printf(" %24s", run.values().containsKey(key.name()) ? SummaryText.number(run.values().get(key.name())) : "-"));
                out.println(" " + key.unit());
            });
        }
    }

    /** The end of a long name. */
    private static String last(String name) {
        return name.length() <= 24 ? name : "..." + name.substring(name.length() - 21);
    }
}
