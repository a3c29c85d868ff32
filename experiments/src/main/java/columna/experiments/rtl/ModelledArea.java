package columna.experiments.rtl;

import columna.hardware.block.Block;
import columna.hardware.technology.Technology;
import columna.sim.accounting.CoreBlocks;
import columna.sim.accounting.Units;
import java.util.LinkedHashMap;
import java.util.Map;

/** The area model's square micrometres for the logic of a core, by the groups in which modules are synthesised. */
final class ModelledArea {

    private ModelledArea() {}

    static Map<String, Double> of(CoreBlocks core, Technology technology) {
        Map<String, Double> areas = new LinkedHashMap<>();
        areas.put("lanes", area(core.lanes().multipliers(), technology) + area(core.lanes().adders(), technology)
                + area(core.lanes().accumulators(), technology) + area(core.lanes().comparators(), technology));
        areas.put("rounding", area(core.rounding(), technology));
        areas.put("random words", area(core.random(), technology));
        areas.put("holding registers", area(core.operands(), technology));
        return areas;
    }

    private static double area(Units<? extends Block> units, Technology technology) {
        return units.block().map(block -> units.count() * technology.area(block).nominal().value()).orElse(0.0);
    }
}
