package columna.experiments.spec;

import columna.experiments.spec.LearningSpec.Schedule.WarmupCosine;
import columna.experiments.yaml.Location;
import columna.experiments.yaml.NearestName;
import columna.hardware.technology.Technology;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What one value demands of another. */
final class SpecChecks {
    /** The most words of one kind of recurrent parameter (B, or A of a dense layer) that a simulation holds, over all layers. */
    static final long MOST_WEIGHTS = 1L << 26;

    /** Traces of a sequence that is observed, 16 bytes each. */
    private static final long MOST_OBSERVED = 1L << 27;

    private static final int MOST_CORES_ON_ONE_WIRE = 1000;

    private final ExperimentSpec spec;
    private final Problems problems;

    private SpecChecks(ExperimentSpec spec, Problems problems) {
        this.spec = spec;
        this.problems = problems;
    }

    static void check(ExperimentSpec spec, Problems problems) {
        SpecChecks checks = new SpecChecks(spec, problems);
        checks.task();
        checks.network();
        checks.rates();
        checks.chip();
        checks.technology();
    }

    private void task() {
        if (spec.task() instanceof TaskSpec.ListOps task && task.shortest() > task.longest()) {
            problems.add(place("task.shortest", "task.longest"), "found a shortest expression of " + task.shortest()
                    + " symbols above the longest of " + task.longest() + "; allowed: at most as many");
        }
    }

    private void network() {
        NetworkSpec network = spec.network();
        if (network.minimumRadius() > network.maximumRadius()) {
            problems.add(place("network.minimum_radius", "network.maximum_radius"), "found a minimum radius of " + network.minimumRadius()
                    + " above the maximum of " + network.maximumRadius() + "; allowed: a minimum of at most the maximum");
        }
        int larger = Math.max(network.units(), network.width());
        long weights = (long) network.layers() * larger * (network.cell() == NetworkSpec.Cell.DENSE ? larger : network.width());
        if (weights > MOST_WEIGHTS) {
            problems.add(place("network.width", "network.units"), "found a network with matrices of " + weights
                    + " elements over all layers; allowed: layers x width x the larger of units and width (squared where they are dense) up to " + MOST_WEIGHTS);
        } else {
            observation((long) network.layers() * network.units() * network.width() * spec.task().steps());
        }
    }

    /** An observed sequence of the reference is held in memory with a trace for each weight at each time step. */
    private void observation(long traces) {
        if (spec.numerics().sampledSequences() > 0 && traces > MOST_OBSERVED) {
            problems.add(place("numerics.sampled_sequences", "network.width"), "found " + spec.numerics().sampledSequences()
                    + " sequences to observe, each of " + traces + " traces (layers x units x width x time steps); allowed: 0 sequences, or up to "
                    + MOST_OBSERVED + " traces");
        }
    }

    private void rates() {
        double rate = spec.learning().optimiser().rate();
        if (spec.learning().schedule() instanceof WarmupCosine cosine && cosine.minimumRate() > rate) {
            problems.add(place("learning.schedule.minimum_rate", "learning.optimiser.rate"), "found a minimum rate of " + cosine.minimumRate()
                    + " above the rate of " + rate + "; allowed: a minimum of at most the rate");
        }
    }

    private void chip() {
        int cores = spec.chip().coresPerLayer();
        if (cores > spec.network().units()) {
            problems.add(place("chip.cores_per_layer", "network.units"), "found " + cores + " cores for a layer of "
                    + spec.network().units() + " units; allowed: at most one core for each unit");
        }
        tableUnits("chip.recurrent_core", spec.chip().recurrentCore());
        tableUnits("chip.mixing_core", spec.chip().mixingCore());
        broadcast();
        threshold();
        ChipSpec.Randomness random = spec.chip().random();
        if (random.bits() > random.lfsr().registerBits()) {
            problems.add(place("chip.random.bits", "chip.random.lfsr"), "found " + random.bits() + " random bits from a register of "
                    + random.lfsr().registerBits() + "; allowed: at most the bits of " + random.lfsr());
        }
    }

    /** A segment is as long as all cores side by side, and a wire of more than a metre is nobody's chip. */
    private void broadcast() {
        long all = 2 + (long) spec.network().layers() * (1 + spec.chip().coresPerLayer());
        if (spec.chip().bus().topology() == ChipSpec.Topology.BROADCAST && all > MOST_CORES_ON_ONE_WIRE) {
            problems.add(place("chip.bus.topology", "chip.cores_per_layer"), "found " + all
                    + " cores on one wire; allowed: broadcast with up to " + MOST_CORES_ON_ONE_WIRE + " cores");
        }
    }

    private void threshold() {
        ChipSpec.Bus bus = spec.chip().bus();
        if (bus.topology() == ChipSpec.Topology.TREE && bus.errorThreshold().isPresent()) {
            problems.add(place("chip.bus.error_threshold", "chip.bus.topology"), "found an error threshold of " + bus.errorThreshold().get()
                    + " on a tree, whose senders' packets travel together; allowed: none, or another topology");
        }
    }

    private void tableUnits(String core, ChipSpec.Core hardware) {
        if (hardware.tableUnits() > hardware.lanes()) {
            problems.add(place(core + ".table_units", core + ".lanes"), "found " + hardware.tableUnits() + " look-up units in a core of "
                    + hardware.lanes() + " lanes; allowed: at most one for each lane");
        }
    }

    private void technology() {
        String name = spec.technology();
        if (!Technology.names().contains(name) && !isFile(name)) {
            problems.add(spec.locationOf("technology"), "found no technology '" + name + "'" + NearestName.hint(name, Technology.names())
                    + " (or the path of a technology file)");
        }
    }

    private static boolean isFile(String path) {
        try {
            return Files.isRegularFile(Path.of(path));
        } catch (InvalidPathException impossible) {
            return false;
        }
    }

    /** The first of the keys that was written, since a default is nobody's mistake. */
    private Location place(String first, String second) {
        boolean written = spec.places().written().containsKey(first);
        return spec.locationOf(written ? first : second);
    }
}
