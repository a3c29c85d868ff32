package columna.experiments.profile;

import columna.experiments.profile.measurement.LossSearch;
import columna.experiments.profile.measurement.SeedMean;
import columna.experiments.profile.measurement.Sensitivity;
import columna.experiments.profile.observation.Observation;
import columna.experiments.profile.proposal.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a profile found; its report is drawn from it alone.
 *
 * @param request what was asked
 * @param observation what was seen of all signals
 * @param present the file's own formats, in the shape of a proposal
 * @param proposal what is proposed
 * @param presentRun the file's own chip, measured; empty if interrupted before
 * @param proposalRun the proposed chip, measured; likewise
 * @param predictedPicojoules energy of learning with the proposal, computed before it ran
 * @param search designs that a loss budget made run, in order
 * @param sensitivities signal by signal, in the chip's order
 * @param complete whether nothing was interrupted
 */
public record ProfileResult(
        ProfileRequest request,
        Observation observation,
        Proposal present,
        Proposal proposal,
        Optional<SeedMean> presentRun,
        Optional<SeedMean> proposalRun,
        OptionalDouble predictedPicojoules,
        List<LossSearch.Step> search,
        List<Sensitivity> sensitivities,
        boolean complete) {

    public ProfileResult {
        search = List.copyOf(search);
        sensitivities = List.copyOf(sensitivities);
    }

    /** Memory bits that the proposal saves; negative if it needs more. */
    public long bitsSaved() {
        return present.memoryBits() - proposal.memoryBits();
    }

    /** The same as a share of the present memory. */
    public double shareSaved() {
        return (double) bitsSaved() / present.memoryBits();
    }

    /** The measured design around which sensitivities were taken. */
    public Optional<SeedMean> sensitivityBase() {
        return request.sensitivity().flatMap(around -> around == ProfileRequest.Around.FILE ? presentRun : proposalRun);
    }
}
