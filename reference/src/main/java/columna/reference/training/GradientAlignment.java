package columna.reference.training;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * How well an estimated gradient a agrees with a true gradient b in one layer, all parameters of the layer as one vector (Zucchet et al.
 * 2023, figure 2).
 *
 * @param cosine {@code a.b / (|a| |b| + 1e-8)}
 * @param relativeNorm {@code |a| / (|b| + 1e-8)}
 */
public record GradientAlignment(double cosine, double relativeNorm) {

    private static final double EPSILON = 1e-8;

    /** One alignment per layer, from the bottom; encoder and decoder are left out. */
    public static List<GradientAlignment> perLayer(Parameters estimated, Parameters exact) {
        List<GradientAlignment> alignments = new ArrayList<>();
        for (List<String> names = ofLayer(0, exact); !names.isEmpty(); names = ofLayer(alignments.size(), exact)) {
            alignments.add(of(names, estimated, exact));
        }
        return alignments;
    }

    /** The alignment of some parameters as one vector. */
    public static GradientAlignment of(List<String> names, Parameters estimated, Parameters exact) {
        double product = 0;
        double a = 0;
        double b = 0;
        for (String name : names) {
            double[][] p = estimated.matrix(name);
            double[][] q = exact.matrix(name);
            for (int r = 0; r < p.length; r++) {
                product += dot(p[r], q[r]);
                a += dot(p[r], p[r]);
                b += dot(q[r], q[r]);
            }
        }
        return new GradientAlignment(product / (Math.sqrt(a) * Math.sqrt(b) + EPSILON), Math.sqrt(a) / (Math.sqrt(b) + EPSILON));
    }

    private static List<String> ofLayer(int layer, Parameters parameters) {
        return parameters.shapes().stream().map(ParameterShape::name).filter(name -> name.startsWith("layers." + layer + ".")).toList();
    }

    private static double dot(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * q[i];
        }
        return sum;
    }
}
