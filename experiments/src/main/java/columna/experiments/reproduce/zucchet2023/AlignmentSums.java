package columna.experiments.reproduce.zucchet2023;

import columna.reference.training.GradientAlignment;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The agreement of two gradients, layer by layer, over the batches of one epoch. */
final class AlignmentSums {

    private final double[] cosine;
    private final double[] distance;
    private int batches;

    AlignmentSums(int layers) {
        cosine = new double[layers];
        distance = new double[layers];
    }

    /** One more batch, from the bottom layer up. */
    void add(List<GradientAlignment> layers) {
        for (int layer = 0; layer < cosine.length; layer++) {
            cosine[layer] += layers.get(layer).cosine();
            distance[layer] = Math.max(distance[layer], Math.abs(1 - layers.get(layer).cosine()));
        }
        batches++;
    }

    /** Logs the means over batches, and their mean over layers; the largest distance from 1; then starts again. */
    void log(EpochLog log) {
        double sum = 0;
        for (int layer = 0; layer < cosine.length; layer++) {
            sum += cosine[layer] / batches;
            log.add(Training.alignment(layer + 1), cosine[layer] / batches);
            log.add(Training.distance(layer + 1), distance[layer]);
        }
        log.add(Training.ALIGNMENT, sum / cosine.length);
        Arrays.fill(cosine, 0);
        Arrays.fill(distance, 0);
        batches = 0;
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(batches);
        for (int layer = 0; layer < cosine.length; layer++) {
            out.writeDouble(cosine[layer]);
            out.writeDouble(distance[layer]);
        }
    }

    void restore(DataInputStream in) throws IOException {
        batches = in.readInt();
        for (int layer = 0; layer < cosine.length; layer++) {
            cosine[layer] = in.readDouble();
            distance[layer] = in.readDouble();
        }
    }
}
