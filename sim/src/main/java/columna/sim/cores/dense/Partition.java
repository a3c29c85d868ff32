package columna.sim.cores.dense;

import columna.sim.cores.dense.DenseCell.Units;
import columna.sim.program.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of gated cells under RTRL: kept ones, whose sensitivities are carried on, and others. Parameters are in blocks between the two, so
 * that no index has to be looked up.
 *
 * @param kept the first units
 * @param others the rest; none if all are kept
 * @param inputs index of the observation
 */
record Partition(Units kept, List<Units> others, Axis inputs) {

    static Partition of(DenseCore.Shape shape) {
        int kept = shape.kept();
        return new Partition(
                new Units("kept", new Axis("k", kept)),
                kept == shape.units() ? List.of() : List.of(new Units("other", new Axis("n", shape.units() - kept))),
                new Axis("i", shape.inputs()));
    }

    /** Kept ones first. */
    List<Units> units() {
        List<Units> all = new ArrayList<>(List.of(kept));
        all.addAll(others);
        return all;
    }

    /** The index of a vector as a source of another. */
    static Axis source(Units of) {
        return new Axis(of.axis() + "m", of.axis().size());
    }

    /** A vector of these units. */
    static String of(Units units, String name) {
        return "dense." + name + units.suffix() + "[" + units.axis() + "]";
    }

    /** The hidden state before the time step, as a source. */
    static String before(Units from) {
        return "dense.before%s[%s]".formatted(from.suffix(), source(from));
    }

    /** A block of parameters of a gate: its name after {@code dense.}, its columns, and what it is multiplied by, empty for a bias. */
    record Block(String name, List<Axis> columns, String operand) {

        String of(String kind, Axis unit) {
            return "dense.%s%s[%s%s]".formatted(kind, name, unit, columns.isEmpty() ? "" : "," + columns.getFirst());
        }

        /** Whether it multiplies hidden states. */
        boolean recurrent() {
            return name.startsWith("w.");
        }
    }

    List<Block> blocks(String gate, Units to) {
        List<Block> blocks = new ArrayList<>();
        units().forEach(from -> blocks.add(
                new Block("w." + gate + to.suffix() + from.suffix(), List.of(source(from)), "*" + before(from))));
        blocks.add(new Block("u." + gate + to.suffix(), List.of(inputs), "*observation.x[i]"));
        blocks.add(new Block("b." + gate + to.suffix(), List.of(), ""));
        return blocks;
    }

    static List<Axis> shape(Units to, Block block) {
        List<Axis> axes = new ArrayList<>(List.of(to.axis()));
        axes.addAll(block.columns());
        return axes;
    }

    /** {@code sum over from of W h}. */
    String recurrentSum(String gate, Units to) {
        List<String> terms = new ArrayList<>();
        for (Units from : units()) {
            terms.add("dense.w.%s%s%s[%s,%s]*dense.h%s[%s]".formatted(
                    gate, to.suffix(), from.suffix(), to.axis(), source(from), from.suffix(), source(from)));
        }
        return String.join(" + ", terms);
    }

    /** {@code U x + b}. */
    String driven(String gate, Units to) {
        return "dense.u.%s%s[%s,i]*observation.x[i] + %s".formatted(gate, to.suffix(), to.axis(), of(to, "b." + gate));
    }
}
