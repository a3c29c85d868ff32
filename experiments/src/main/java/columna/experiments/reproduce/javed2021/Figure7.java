package columna.experiments.reproduce.javed2021;

import columna.experiments.reproduce.Claim;
import columna.experiments.reproduce.Comparison;
import columna.experiments.reproduce.Findings;
import columna.experiments.reproduce.Measurements;
import columna.experiments.reproduce.Reproduction;
import columna.reference.columnar.ColumnInitialisation;
import columna.reference.columnar.StateUpdate;
import java.util.List;
import java.util.stream.Stream;

/** Figure 7: as figure 3 with columns that are gated recurrent units. */
final class Figure7 {

    private static final Network GATED = new Network(StateUpdate.GATED, ColumnInitialisation.PYTORCH, 0);

    private Figure7() {}

    static Reproduction reproduction() {
        return new AlignmentFigure(7, "Alignment of Master-User and of truncated back-propagation with the gradient of GRU columns",
                Figure3.SPARSITIES.stream().map(GATED::at).toList(), Figure3.ALL, 0.12, List.of(
                        "No code of the GRU columns survives: a column is a scalar gated unit whose three heads (r, z, n) read all features and states, each through a mask of its own; h = (1 - z) n + z h(t-1), and r multiplies the states' part of n's sum.",
                        "The paper's words for the figure carry no numbers: \"much better\" is taken as 10 percentage points above the calibration of figure 3 without lateral weights, \"unchanged\" as within 5 of it up to s = 100 %."),
                Figure7::findings);
    }

    private static Findings findings(Measurements measurements) {
        List<Comparison> comparisons = Calibration.none(GATED, Calibration.Quantity.ALIGNMENT)
                .comparisons(measurements, Figure3.ALL, Figure3.SPARSITIES);
        Curves curves = new Curves(measurements, GATED, Figure3.SPARSITIES);
        return new Findings(comparisons, List.of(Figure3.exact(measurements, GATED), shortWindows(measurements), masterUser(measurements)),
                Figure3.plots(curves, Figure3.CHUNKED, Stream.concat(Stream.of(Estimate.chunked(1)), Figure3.SLIDING.stream()).toList()));
    }

    private static Claim shortWindows(Measurements measurements) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (Estimate estimate : List.of(Estimate.chunked(1), Estimate.sliding(3), Estimate.sliding(5))) {
            holds &= evidence.alignment(GATED.at(0), estimate) > Figure3.ALIGNMENT.value(estimate, 0) + 10;
        }
        return evidence.claim("T-BPTT with short windows is much better than in figure 3: windows of 1, 3 and 5 align by more than 10 percentage points more.", holds);
    }

    private static Claim masterUser(Measurements measurements) {
        Evidence evidence = new Evidence(measurements);
        boolean holds = true;
        for (double percent : Figure3.SPARSITIES.stream().filter(s -> s <= 100).toList()) {
            double alignment = evidence.alignment(GATED.at(percent), Estimate.MASTER_USER);
            holds &= Math.abs(alignment - Figure3.ALIGNMENT.value(Estimate.MASTER_USER, percent)) <= 5;
        }
        return evidence.claim("Master-User is as in figure 3: within 5 percentage points up to s = 100 %.", holds);
    }
}
