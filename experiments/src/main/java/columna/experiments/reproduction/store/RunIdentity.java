package columna.experiments.reproduction.store;

import columna.experiments.reproduce.Reproduction;
import columna.experiments.reproduce.Scope;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a folder of points belongs to; the first line of its file. Runs of equal identity measure the same points to the same bits.
 *
 * @param format version of the files
 * @param reproduction its name
 * @param full whether it has the paper's size
 * @param seeds the number of seeds, 0 if the user chose none
 * @param data the folder of the data set, empty if there is none
 * @param fingerprint of the program, see {@link Program}
 */
public record RunIdentity(int format, String reproduction, boolean full, int seeds, String data, String fingerprint) {

    /** The version of the files that this program writes. */
    public static final int FORMAT = 1;

    /** The identity of a run of this program. */
    public static RunIdentity of(Reproduction reproduction, Scope scope, Program program) {
        return new RunIdentity(
                FORMAT,
                reproduction.name(),
                scope.full(),
                scope.seeds().orElse(0),
                scope.data().map(Path::toAbsolutePath).map(Path::normalize).map(Path::toString).orElse(""),
                program.fingerprint());
    }

    /** What keeps a run of this identity out of a folder of the other, in words that follow "found a run"; empty if nothing does. */
    Optional<String> foreign(RunIdentity found) {
        if (found.format != format || !found.fingerprint.equals(fingerprint)) {
            return Optional.of("of " + found.reproduction + " by another version of the program");
        }
        if (!found.reproduction.equals(reproduction)) {
            return Optional.of("of " + found.reproduction);
        }
        if (!found.equals(this)) {
            return Optional.of("of " + found.reproduction + found.scope());
        }
        return Optional.empty();
    }

    private String scope() {
        return (full ? " with --full" : " without --full") + (seeds == 0 ? ", without --seeds" : ", with --seeds " + seeds)
                + (data.isEmpty() ? "" : ", with --data " + data);
    }
}
