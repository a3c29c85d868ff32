package columna.experiments.verify.baseline;

import columna.experiments.result.RunResult;
import columna.experiments.spec.ExperimentSpec;
import columna.experiments.verify.finding.Findings;
import columna.experiments.verify.finding.SignalFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * The numbers of a verified run that a later one is compared with.
 *
 * @param keys the resolved experiment, dotted path to value, without its description and its tolerances, which change no result
 * @param accuracy of the chip on test sequences, 0 to 1
 * @param loss of the chip on test sequences, nats per bit
 * @param energy of learning in picojoules
 * @param cycles of learning
 * @param inferenceBits memory that inference needs
 * @param learningBits memory that only learning needs
 * @param area in square millimetres
 * @param signalToNoise per compared signal, in decibels over all words; infinite without any error
 */
public record Baseline(
        SequencedMap<String, String> keys,
        double accuracy,
        double loss,
        double energy,
        long cycles,
        long inferenceBits,
        long learningBits,
        double area,
        SequencedMap<String, Double> signalToNoise) {

    private static final int DIGITS = 16;
    private static final double SQUARE_MILLIMETRES = 1e-6;

    public Baseline {
        keys = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keys));
        signalToNoise = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(signalToNoise));
    }

    /** Of a run that was just verified. */
    public static Baseline of(Findings findings) {
        RunResult run = findings.run();
        SequencedMap<String, Double> ratios = new LinkedHashMap<>();
        run.design().chip().signals().keySet().forEach(name -> findings.signals().stream()
                .filter(signal -> signal.name().equals(name))
                .map(SignalFinding::noise)
                .forEach(noise -> ratios.put(name, noise.decibels())));
        return new Baseline(
                keysOf(run.spec()),
                run.chipTest().accuracy(),
                run.chipTest().loss(),
                run.energy().total().nominal(),
                run.cycles(),
                run.inventory().inferenceBits(),
                run.inventory().learningBits(),
                run.area().total().nominal() * SQUARE_MILLIMETRES,
                ratios);
    }

    /** The keys that decide what a run of an experiment gives. */
    static SequencedMap<String, String> keysOf(ExperimentSpec spec) {
        SequencedMap<String, String> keys = new LinkedHashMap<>(spec.values());
        keys.keySet().removeIf(key -> key.equals("description") || key.startsWith("verify."));
        keys.replaceAll((key, value) -> value.replaceAll("^\"|\"$", ""));
        return keys;
    }

    /** The first 16 hexadecimal digits of the SHA-256 of all keys and values; equal experiments have equal hashes. */
    public String hash() {
        StringBuilder text = new StringBuilder();
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The experiment's name. */
    public String experiment() {
        return keys.get("experiment");
    }
}
