package columna.experiments.reproduce;

/**
 * A statement of the paper, put to the test.
 *
 * @param statement the claim in one sentence
 * @param verdict whether it holds here
 * @param evidence the measured numbers that decide it
 */
public record Claim(String statement, Verdict verdict, String evidence) {

    /** A claim that was tested. */
    public static Claim of(String statement, boolean holds, String evidence) {
        return new Claim(statement, holds ? Verdict.MET : Verdict.MISSED, evidence);
    }
}
