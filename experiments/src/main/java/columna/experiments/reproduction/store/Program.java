package columna.experiments.reproduction.store;

import columna.experiments.program.Fingerprint;
import columna.experiments.program.Release;
import columna.experiments.reproduce.Reproduction;
import columna.reference.random.RandomStreams;

/**
 * Which program measures.
 *
 * @param version of the release
 * @param commit of the sources as the launcher found them, {@code -dirty} if they were changed since; "unknown" without it
 * @param fingerprint of the code that decides a reproduction's numbers: points of one fingerprint may stand beside each other, whatever was
 *     committed or not
 */
public record Program(String version, String commit, String fingerprint) {

    /** This program, as far as it decides the reproduction's numbers. */
    public static Program of(Reproduction reproduction) {
        Release release = Release.current();
        return new Program(release.version(), release.commit(), fingerprint(reproduction));
    }

    /** The paper's package, the vocabulary of reproductions and the learners. */
    private static String fingerprint(Reproduction reproduction) {
        return new Fingerprint()
                .ofTree(reproduction.getClass())
                .ofPackage(Reproduction.class)
                .ofFolder(RandomStreams.class, "columna/reference")
                .text();
    }
}
