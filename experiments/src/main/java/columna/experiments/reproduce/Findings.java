package columna.experiments.reproduce;

import java.util.List;

/**
 * What a reproduction found, in the order of the report.
 *
 * @param comparisons numbers beside the paper's
 * @param claims statements of the paper that hold here or do not
 * @param plots curves to be drawn
 */
public record Findings(List<Comparison> comparisons, List<Claim> claims, List<Plot> plots) {

    public Findings {
        comparisons = List.copyOf(comparisons);
        claims = List.copyOf(claims);
        plots = List.copyOf(plots);
    }
}
