package columna.experiments.report;

import columna.experiments.cost.EnergyLedger;
import columna.experiments.result.RunResult;
import columna.hardware.technology.Fact;
import columna.hardware.technology.Technology;
import columna.reports.Block;
import columna.reports.Column;
import columna.reports.Format;
import columna.reports.Listing;
import columna.reports.Section;
import columna.reports.Table;
import columna.reports.Value;
import java.util.ArrayList;
import java.util.List;

/** Where every number comes from. */
public final class ProvenanceSection {

    private final EnergyLedger energy;
    private final Technology technology;
    private final String yaml;

    /**
     * @param energy the bill whose prices are listed
     * @param technology where they are from
     * @param yaml the resolved experiment
     */
    public ProvenanceSection(EnergyLedger energy, Technology technology, String yaml) {
        this.energy = energy;
        this.technology = technology;
        this.yaml = yaml;
    }

    ProvenanceSection(RunResult run) {
        this(run.energy(), run.technology(), run.spec().toYaml());
    }

    /** The section. */
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(prices());
        blocks.add(technology());
        blocks.add(new Listing("The experiment, fully resolved", yaml));
        return new Section("provenance", "Provenance", "", blocks);
    }

    private Table prices() {
        record Priced(String block, String action, String evidence, String source) {}
        List<List<Value>> rows = new ArrayList<>();
        double total = energy.total().nominal();
        energy
                .by(item -> new Priced(
                        item.block().toString(),
                        item.action().map(a -> a.label()).orElse("leakage"),
                        item.evidence().label(),
                        item.source()))
                .forEach((priced, band) -> rows.add(List.of(
                        Value.of(priced.block()),
                        Value.of(priced.action()),
                        Value.of(band.nominal() / total),
                        Value.of(priced.evidence()),
                        Value.of(priced.source()))));
        rows.sort((a, b) -> Double.compare(b.get(2).number(), a.get(2).number()));
        return Table.of(
                "prices",
                "Every price that was used",
                "In technology " + technology.name() + ".",
                List.of(
                        Column.code("Block", "What is priced."),
                        Column.text("Action", "What it does."),
                        Column.number("Share", "1", Format.percent(2), "Share of the run's energy.").withBar(),
                        Column.text("Evidence", "Measured, published, scaled or assumed: how well the price is known."),
                        Column.text("Source", "Where it comes from.")),
                rows);
    }

    private Table technology() {
        List<List<Value>> rows = new ArrayList<>();
        for (Fact fact : technology.facts()) {
            rows.add(List.of(
                    Value.of(fact.key()), Value.of(fact.value()), Value.of(fact.evidence().label()), Value.of(fact.source())));
        }
        return Table.of(
                "technology",
                "The technology's constants",
                "",
                List.of(
                        Column.code("Constant", "Key in the technology file."),
                        Column.text("Value", "Low, nominal and high where it has bounds."),
                        Column.text("Evidence", "How well it is known."),
                        Column.text("Source", "Where it comes from.")),
                rows);
    }

    /** What ran, on what, with which seed and prices. */
    public static List<columna.reports.Fact> facts(RunResult run) {
        return facts(run.spec().seed(), run.technology());
    }

    /** The same of a seed and prices. */
    public static List<columna.reports.Fact> facts(long seed, Technology technology) {
        Runtime.Version version = Runtime.version();
        String product = ProvenanceSection.class.getPackage().getImplementationVersion();
        return List.of(
                columna.reports.Fact.text("Columna", product == null ? "not packaged" : product, "Version of the simulator."),
                columna.reports.Fact.text("Java", version + ", " + System.getProperty("java.vendor"), "The machine it ran on."),
                columna.reports.Fact.text(
                        "System", System.getProperty("os.name") + " " + System.getProperty("os.arch"), "Operating system."),
                columna.reports.Fact.whole("Seed", seed, "1", "Where all randomness begins."),
                columna.reports.Fact.text("Technology", technology.name(), "The table of prices."),
                columna.reports.Fact.number(
                        "Supply", technology.supplyVolts(), "V", Format.decimals(2), "Of the technology's operating point."));
    }
}
