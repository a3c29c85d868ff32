package columna.reference.task.recorded;

import columna.reference.random.RandomStreams;
import columna.reference.task.Sequence;
import columna.reference.task.SequenceList;
import columna.reference.task.Sets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * CIFAR-10 (Krizhevsky 2009) as sequences of pixels, from the public binary files {@code data_batch_1.bin} to {@code data_batch_5.bin} and
 * {@code test_batch.bin}. A record is a label byte and 1,024 bytes each of red, green and blue, row by row.
 *
 * <pre>
 *   T = 1,024 pixels, row by row;   input of a pixel: (byte / 255 - mean) / deviation of red, green and blue
 *   mean 0.4914, 0.4822, 0.4465;   deviation 0.247, 0.243, 0.261;   no augmentation       (Zucchet et al. 2023, code)
 * </pre>
 *
 * One hundredth of the training records, rounded down but at least one, is the validation set; which ones is drawn from a random stream of
 * ours, so the split is not the paper's own.
 */
public final class Cifar10 {

    /** T: one pixel per time step. */
    public static final int STEPS = 1024;

    /** Red, green, blue. */
    public static final int CHANNELS = 3;

    /** The label is below this. */
    public static final int CLASSES = 10;

    private static final int RECORD = 1 + CHANNELS * STEPS;
    private static final int TRAINING_FILES = 5;
    private static final double[] MEAN = {0.4914, 0.4822, 0.4465};
    private static final double[] DEVIATION = {0.247, 0.243, 0.261};
    private static final double[] MASK = ones();

    /** One record: a file's bytes and where in them it begins. */
    private record Image(byte[] file, int offset) {

        Sequence sequence() {
            double[][] inputs = new double[STEPS][CHANNELS];
            for (int t = 0; t < STEPS; t++) {
                for (int c = 0; c < CHANNELS; c++) {
                    int level = Byte.toUnsignedInt(file[offset + 1 + c * STEPS + t]);
                    inputs[t][c] = (level / 255.0 - MEAN[c]) / DEVIATION[c];
                }
            }
            double[][] targets = new double[STEPS][];
            Arrays.fill(targets, new double[] {file[offset]});
            return new Sequence(inputs, targets, MASK);
        }
    }

    private Cifar10() {}

    /**
     * Reads a folder; sequences are built when read.
     *
     * @param folder holds the six files
     * @param seed draws the validation set
     * @throws IllegalArgumentException if a file is missing or not of the format; the message is one sentence
     */
    public static Sets read(Path folder, long seed) throws IOException {
        List<Image> training = training(folder);
        List<Image> test = images(folder.resolve("test_batch.bin"));
        UniformRandomProvider random = new RandomStreams(seed).stream("cifar10/validation");
        ListSampler.shuffle(random, training);
        int validation = Math.max(1, training.size() / 100);
        return new Sets(sequences(training.subList(validation, training.size())), sequences(training.subList(0, validation)), sequences(test));
    }

    private static List<Image> training(Path folder) throws IOException {
        List<Image> training = new ArrayList<>(images(folder.resolve("data_batch_1.bin")));
        int perFile = training.size();
        for (int number = 2; number <= TRAINING_FILES; number++) {
            Path file = folder.resolve("data_batch_" + number + ".bin");
            List<Image> images = images(file);
            if (images.size() != perFile) {
                throw new IllegalArgumentException("CIFAR-10: " + file + " ends at byte " + images.size() * RECORD + ", data_batch_1.bin at byte "
                        + perFile * RECORD + "; all five training files must be equally long");
            }
            training.addAll(images);
        }
        return training;
    }

    private static List<Sequence> sequences(List<Image> images) {
        return new SequenceList(images.size(), i -> images.get(i).sequence());
    }

    private static List<Image> images(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("CIFAR-10: there is no file " + file
                    + "; needed are data_batch_1.bin to data_batch_5.bin and test_batch.bin");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == 0 || bytes.length % RECORD != 0) {
            throw new IllegalArgumentException("CIFAR-10: " + file + " ends at byte " + bytes.length + ", in the record that begins at byte "
                    + bytes.length / RECORD * RECORD + "; each record has " + RECORD + " bytes");
        }
        List<Image> images = new ArrayList<>();
        for (int offset = 0; offset < bytes.length; offset += RECORD) {
            if (Byte.toUnsignedInt(bytes[offset]) >= CLASSES) {
                throw new IllegalArgumentException("CIFAR-10: " + file + " has label " + Byte.toUnsignedInt(bytes[offset]) + " at byte " + offset
                        + "; allowed are 0 to 9");
            }
            images.add(new Image(bytes, offset));
        }
        return images;
    }

    private static double[] ones() {
        double[] ones = new double[STEPS];
        Arrays.fill(ones, 1);
        return ones;
    }
}
