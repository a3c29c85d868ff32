package columna.cli;

import columna.experiments.explain.PredictionSignals;
import columna.experiments.explain.Signals;
import columna.experiments.explain.Technologies;
import columna.experiments.reproduce.Reproduction;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.spec.PredictionSpec;
import columna.experiments.spec.ShippedExperiments;
import columna.experiments.spec.ShippedPredictions;
import columna.experiments.study.definition.ShippedStudies;
import columna.experiments.yaml.BadInput;
import columna.experiments.yaml.NearestName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code columna list}: what is built in. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the built-in experiments, predictions, studies, reproductions, technologies and signals.")
final class ListCommand implements Runnable {
    private static final List<String> SUBJECTS = List.of("experiments", "predictions", "studies", "reproductions", "technologies", "signals");

    private final Terminal terminal;
    private final List<Reproduction> reproductions;

    @Parameters(arity = "0..1", paramLabel = "WHAT", description = "experiments, predictions, studies, reproductions, technologies or signals; an overview if absent.")
    private Optional<String> subject = Optional.empty();

    ListCommand(Terminal terminal, List<Reproduction> reproductions) {
        this.terminal = terminal;
        this.reproductions = reproductions;
    }

    @Override
    public void run() {
        subject.filter(name -> !SUBJECTS.contains(name)).ifPresent(name -> {
            throw new BadInput("found nothing to list called '" + name + "'" + NearestName.hint(name, SUBJECTS));
        });
        subject.ifPresentOrElse(this::print, this::overview);
        terminal.out().flush();
    }

    private void overview() {
        for (String what : SUBJECTS.subList(0, 5)) {
            terminal.out().println(what + ":");
            print(what);
        }
        terminal.out().printf("signals:%n  %d of them: columna list signals%n", Signals.all().size() + PredictionSignals.all().size());
    }

    private void print(String what) {
        switch (what) {
            case "experiments" -> ShippedExperiments.names().forEach(this::experiment);
            case "predictions" -> ShippedPredictions.names().forEach(this::prediction);
            case "studies" -> ShippedStudies.names().forEach(this::study);
            case "reproductions" -> reproductions.forEach(one -> row(one.name(), one.title()));
            case "technologies" -> Technologies.all().forEach((name, meaning) -> row(name, meaning));
            default -> {
                Signals.all().forEach(signal -> row(signal.name(), signal.oneLine()));
                PredictionSignals.all().forEach(signal -> row(signal.name(), signal.oneLine()));
            }
        }
    }

    private void experiment(String name) {
        row(name, ExperimentSpec.read(name, Signals.names()).description());
    }

    private void prediction(String name) {
        row(name, PredictionSpec.read(name, PredictionSignals.names(), List.of()).description());
    }

    private void study(String name) {
        row(name, ShippedStudies.read(name, Signals.names(), List.of()).description());
    }

    private void row(String name, String meaning) {
        terminal.out().printf("  %-28s %s%n", name, meaning);
    }
}
