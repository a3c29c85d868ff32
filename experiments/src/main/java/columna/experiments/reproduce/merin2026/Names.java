package columna.experiments.reproduce.merin2026;

/** The names of measured numbers, by the words of a method. */
final class Names {

    private Names() {}

    /** Mean squared error over the last fifth of the adaptation. */
    static String error(String method) {
        return "E " + method;
    }

    /** R_0: 0 is the eligibility trace, 100 full RTRL. */
    static String recovery(String method) {
        return "R_0 " + method;
    }

    /** R_frozen: 0 is the frozen network, 100 full RTRL. */
    static String recoveryFromFrozen(String method) {
        return "R_frozen " + method;
    }
}
