package columna.experiments.program;

/**
 * What the program calls itself.
 *
 * @param version of the release
 * @param commit of the sources as the launcher found them, {@code -dirty} if they were changed since; "unknown" without it
 */
public record Release(String version, String commit) {

    /** The launcher sets it. */
    public static final String COMMIT_PROPERTY = "columna.commit";

    /** This program. */
    public static Release current() {
        String version = Release.class.getPackage().getImplementationVersion();
        String commit = System.getProperty(COMMIT_PROPERTY, "");
        return new Release(version == null ? "not packaged" : version, commit.isBlank() ? "unknown" : commit);
    }
}
