package columna.experiments.rtl;

import columna.sim.microcode.CoreImage;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module of a core as it is synthesised by itself.
 *
 * @param group what it belongs to, as areas are compared
 * @param module the module's name
 * @param instances how many of it a core has
 * @param parameters their values in Yosys' syntax
 */
record SynthesisedModule(String group, String module, int instances, Map<String, String> parameters) {

    /**
     * The modules of a core but for its memories, whose bits are macros in a chip, the address generators ({@code slots}), whose tables of
     * constants Yosys takes too long to reduce, and the ports of the bus.
     */
    static List<SynthesisedModule> of(CoreImage image, String folder) {
        Map<String, Integer> p = image.numbers();
        int lanes = p.get("LANES");
        int laneBits = Math.max(1, bitsFor(lanes - 1));
        int termBits = Math.max(1, bitsFor(p.get("TERMS") - 1));
        List<SynthesisedModule> modules = new ArrayList<>();
        modules.add(module("lanes", "lane", lanes, image, "WORD_BITS", "ACCUMULATOR_BITS"));
        if (lanes > 1) {
            modules.add(with(module("lanes", "lane_tree", 2, image, "LANES"), "WIDTH", p.get("ACCUMULATOR_BITS")));
        }
        modules.add(with(module("lanes", "accumulator", 2 * lanes, image), "WIDTH", p.get("ACCUMULATOR_BITS")));
        modules.add(with(module("rounding", "rounding", 2 * lanes, image, "ROUND_BITS", "RANDOM_BITS", "WORD_BITS"),
                "VALUE_BITS", p.get("ACCUMULATOR_BITS")));
        modules.add(with(with(module("random words", "random_words", 1, image, "RANDOM_BITS"), "BITS", p.get("LFSR_BITS")), "WORDS", 2 * lanes));
        SynthesisedModule table = with(module("look-up units", "look_up_unit", p.get("TABLE_UNITS"), image,
                "WORD_BITS", "MULTIPLY_CYCLES", "TABLES", "PORT_BITS", "ROM_WORDS", "ROM_BITS"), "VALUE_BITS", p.get("ACCUMULATOR_BITS"));
        table.parameters().put("TABLE_DESCRIPTORS", image.constants().get("TABLE_DESCRIPTORS").literal());
        table.parameters().put("DIRECTORY", text(folder));
        modules.add(table);
        modules.add(with(with(module("holding registers", "holding_registers", 1, image, "TERMS", "READ_CYCLES"), "TERM_BITS", termBits),
                "DATA_BITS", 2 * lanes * p.get("WORD_BITS")));
        SynthesisedModule control = with(with(module("sequencer", "sequencer", 1, image), "WORDS", p.get("MICROCODE_WORDS")),
                "WORD_BITS", p.get("MICROCODE_BITS"));
        control.parameters().put("RUNS", image.constants().get("RUNS").literal());
        control.parameters().put("DIRECTORY", text(folder));
        modules.add(control);
        modules.add(with(with(module("sequencer", "read_ports", 1, image, "PORTS", "BANK_BITS", "ADDRESS_BITS"),
                "POSITIONS", 2 * p.get("TERMS")), "TERM_BITS", termBits));
        modules.add(with(module("output word", "output_word", 1, image, "LANES", "WORD_BITS"), "LANE_BITS", laneBits));
        return modules;
    }

    private static SynthesisedModule module(String group, String name, int instances, CoreImage image, String... parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : parameters) {
            values.put(parameter, Integer.toString(image.numbers().get(parameter)));
        }
        return new SynthesisedModule(group, name, instances, values);
    }

    private static SynthesisedModule with(SynthesisedModule module, String parameter, int value) {
        module.parameters().put(parameter, Integer.toString(value));
        return module;
    }

    /** A string as Yosys takes it for a parameter: its characters' bits. */
    private static String text(String string) {
        return new CoreImage.Constant(8 * string.length(), new BigInteger(string.getBytes(StandardCharsets.US_ASCII))).literal();
    }

    private static int bitsFor(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }
}
