package columna.experiments.explain;

import columna.experiments.spec.ExperimentKeys;
import columna.experiments.spec.Key;
import columna.experiments.spec.PredictionKeys;
import java.util.List;

/** The documentation of the experiment file, written from the table of keys; a test holds the page in src/site against it. */
public final class ExperimentFilePage {

    private static final String INTRODUCTION = """
            # The experiment file

            One YAML file describes a chip, a network, a task and how it learns. `columna new my-chip.yaml` writes one with comments,
            `columna run my-chip.yaml` runs it, and `columna explain KEY` says what is on this page about one key. The report of a run
            contains the file with every default filled in.

            - Keys may stand in any order. An unknown key, a second key of the same name, a value of the wrong kind or out of range is an
              error with line and column; nothing is ignored.
            - `--set KEY=VALUE` on the command line replaces a value: `--set learning.optimiser.rate=0`.
            - The file is UTF-8, at most 1 MB, one document, without tags, anchors and aliases.
            - A `true`, `false`, number or `none` stands without quotes. A format inside `{...}` needs quotes, because it contains commas.

            This page is written from the table that the reader itself uses, and a test compares the two.
            """;

    private static final String FORMATS = """

            Number formats as in IEEE 1666: `fixed<W,I>` with `W` bits of which `I`, the sign included, are above the binary point, and
            `ufixed<W,I>` without sign; optionally a quantisation (TRN, TRN_ZERO, RND, RND_ZERO, RND_INF, RND_MIN_INF, RND_CONV, STOCHASTIC) and an
            overflow (WRAP, SAT, SAT_ZERO, SAT_SYM, WRAP_SM). A memory's word has at most 32 bits, 31 without sign.

            Besides `default`, a key is a signal (`lru.trace.B`, see `columna list signals`) or a group, the beginning of dotted names
            (`lru.trace`). A signal has its own format, else that of its longest group, else the default.
            """;

    private static final String VERIFY = """

            What `columna verify` allows; no other command reads it, and no result depends on it. Besides `default`, a key of `signal_to_noise` is
            a signal or a group as in `formats`, and the longest name decides. What `format` stands for, and how everything is measured, is on
            [the page of metrics](metrics.md#verification).
            """;

    private static final String OF_PREDICTIONS = """
            # The file of a chip that predicts

            An experiment in which a chip predicts a stream and learns at every time step: one YAML file with a section `system`. `columna run
            FILE` runs it, `columna verify FILE` holds it against its float reference, `columna new FILE --from ccn` writes one with comments. What
            [the experiment file](experiment-file.md) says about keys, `--set` and formats holds here too; the systems are compared on
            [a page of their own](systems.md).

            This page is written from the table that the reader itself uses, and a test compares the two.
            """;

    private ExperimentFilePage() {}

    /** The page as Markdown. */
    public static String markdown() {
        return markdown(INTRODUCTION, ExperimentKeys.all());
    }

    /** The page of chips that predict. */
    public static String markdownOfPredictions() {
        return markdown(OF_PREDICTIONS, PredictionKeys.all());
    }

    private static String markdown(String introduction, List<Key<?>> keys) {
        StringBuilder page = new StringBuilder(introduction);
        String section = "-";
        for (Key<?> key : keys) {
            String top = key.path().contains(".") ? key.path().substring(0, key.path().indexOf('.')) : key.path().equals("technology") ? "technology" : "";
            if (!top.equals(section)) {
                section = top;
                page.append(heading(top));
            }
            page.append(row(key));
        }
        return page.toString();
    }

    private static String heading(String section) {
        String title = section.isEmpty() ? "Keys of the file itself" : "`" + section + "`";
        String introduction = switch (section) {
            case "formats" -> FORMATS;
            case "verify" -> VERIFY;
            default -> "";
        };
        return "\n## " + title + "\n" + introduction + "\n| key | allowed | unit | default | meaning |\n| --- | --- | --- | --- | --- |\n";
    }

    private static String row(Key<?> key) {
        String condition = key.condition().map(when -> " Only with `" + when + "`.").orElse("");
        String standard = key.defaultText().map(text -> text.equals("\"\"") ? "empty" : "`" + text + "`").orElse("**required**");
        return "| `" + key.path() + "` | " + cell(key.kind()) + " | " + key.unit() + " | " + standard + " | " + cell(key.meaning()) + condition + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
    }
}
