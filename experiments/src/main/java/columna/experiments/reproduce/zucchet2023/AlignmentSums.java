package columna.experiments.reproduce.zucchet2023;

import columna.reference.network.ParameterShape;
import columna.reference.network.Parameters;
import columna.reference.training.GradientAlignment;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The agreement of an estimated and an exact gradient, layer by layer, over the batches of one epoch: the paper's cosine, of all parameters of
 * a layer; and how far from 1 the cosine is at most, with and without the layer's normalisation. The normalisation stands before the
 * recurrence, so its gradient needs errors through time and no online rule has it exactly.
 */
final class AlignmentSums {

    /** Makes the 1e-8 in the denominator of the cosine vanish; a power of two, so that nothing else changes. */
    private static final double LARGE = 0x1p40;

    private final double[] cosine;
    private final double[] distance;
    private final double[] distanceOfAll;
    private int batches;

    AlignmentSums(int layers) {
        cosine = new double[layers];
        distance = new double[layers];
        distanceOfAll = new double[layers];
    }

    /** One more batch; both gradients are scaled. */
    void add(Parameters estimated, Parameters exact) {
        List<GradientAlignment> paper = GradientAlignment.perLayer(estimated, exact);
        estimated.scale(LARGE);
        exact.scale(LARGE);
        for (int layer = 0; layer < cosine.length; layer++) {
            List<String> all = names(exact, "layers." + layer + ".");
            List<String> afterNormalisation = all.stream().filter(name -> !name.contains(".ln.")).toList();
            cosine[layer] += paper.get(layer).cosine();
            distance[layer] = Math.max(distance[layer], fromOne(GradientAlignment.of(afterNormalisation, estimated, exact)));
            distanceOfAll[layer] = Math.max(distanceOfAll[layer], fromOne(GradientAlignment.of(all, estimated, exact)));
        }
        batches++;
    }

    private static List<String> names(Parameters parameters, String prefix) {
        return parameters.shapes().stream().map(ParameterShape::name).filter(name -> name.startsWith(prefix)).toList();
    }

    private static double fromOne(GradientAlignment alignment) {
        return Math.abs(1 - alignment.cosine());
    }

    /** Logs the means over batches, and their mean over layers; the largest distances from 1; then starts again. */
    void log(EpochLog log) {
        double sum = 0;
        for (int layer = 0; layer < cosine.length; layer++) {
            sum += cosine[layer] / batches;
            log.add(Training.alignment(layer + 1), cosine[layer] / batches);
            log.add(Training.distance(layer + 1), distance[layer]);
            log.add(Training.distanceOfAll(layer + 1), distanceOfAll[layer]);
        }
        log.add(Training.ALIGNMENT, sum / cosine.length);
        Arrays.fill(cosine, 0);
        Arrays.fill(distance, 0);
        Arrays.fill(distanceOfAll, 0);
        batches = 0;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(batches);
        for (int layer = 0; layer < cosine.length; layer++) {
            out.writeDouble(cosine[layer]);
            out.writeDouble(distance[layer]);
            out.writeDouble(distanceOfAll[layer]);
        }
    }

    void restore(DataInputStream in) throws IOException {
        batches = in.readInt();
        for (int layer = 0; layer < cosine.length; layer++) {
            cosine[layer] = in.readDouble();
            distance[layer] = in.readDouble();
            distanceOfAll[layer] = in.readDouble();
        }
    }
}
