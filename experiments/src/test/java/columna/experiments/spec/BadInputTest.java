package columna.experiments.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import columna.experiments.yaml.BadInput;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every mistake gets one sentence at the right place. The expected place is a mark in the text itself, taken out before the text is read:
 * the complaint must name the line and column of the character after the mark.
 */
class BadInputTest {
    private static final String MARK = "§";
    private static final Set<String> SIGNALS = Set.of("lru.h", "lru.trace.B", "lru.trace.lambda", "glu.w1", "error.y");

    /** What a good file must at least have; cases append to it or replace parts of it. */
    private static final String HEAD = "experiment: x\ntask: {name: copy}\n";
    private static final String GOOD = HEAD + "learning:\n  rule: online\n  optimiser: {name: sgd, rate: 0.1}\n";

    /** A text with a mark, and words that the complaint must hold. */
    private record Case(String text, List<String> words) {}

    private static Case of(String text, String... words) {
        return new Case(text, List.of(words));
    }

    private static Case good(String tail, String... words) {
        return of(GOOD + tail, words);
    }

    private static Case listOps(String keys, String... words) {
        return of(GOOD.replace("name: copy", "name: listops, " + keys) + "numerics: {sampled_sequences: 0}\n", words);
    }

    private static Case head(String tail, String... words) {
        return of(HEAD + tail, words);
    }

    private static List<Case> syntax() {
        return List.of(
                of("§", "empty"),
                of("§# only a comment\n", "empty"),
                of("§copy", "'copy'", "key: value"),
                of("§- a\n- b\n", "a list", "key: value"),
                of("experiment: x\n§\ttask: copy\n", "tab", "spaces"),
                of("experiment: §\"x\n", "never closed"),
                of("task: §{name: copy\nseed: 1\n", "bracket", "never closed", "'}'"),
                of("experiment: x§: y\n", "':'", "quotes"),
                of("experiment: x\n§task\n", "without ':'", "key: value"),
                of("experiment: §@x\n", "'@'", "quotes"),
                of("experiment: §`x`\n", "'`'", "quotes"),
                of("task:\n   name: copy\n  §pad_steps: 2\n", "indented differently", "same number of spaces"),
                of("experiment: x\n§}\n", "closing bracket", "never opened"),
                of("experiment: §- x\n", "'- '", "no lists"),
                of("experiment: \"a\\§q\"\n", "escape", "single quotes"),
                of("experiment: a§\u0001\n", "control character U+0001"),
                of("experiment: §*x\n", "alias", "'*x'", "not allowed"),
                of("experiment: §&x y\n", "anchor", "'&x'", "not allowed"),
                of("a: §&a [x,x]\nb: [*a,*a]\nc: [*b,*b]\n", "anchor", "not allowed"),
                of("experiment: §!!java.net.URL [x]\n", "tag", "java.net.URL", "not allowed"),
                of("experiment: §!!str x\n", "tag", "!!str", "not allowed"),
                of("experiment: §!mine x\n", "tag", "!mine", "not allowed"),
                of("§%TAG ! tag:x,2000:\n---\nexperiment: x\n", "%TAG"),
                of(GOOD + "§---\nexperiment: y\n", "second document", "one experiment per file"),
                of("experiment: x\nseed: 1\n§seed: 2\n", "'seed'", "second time", "line 2"),
                of("task: {name: copy, §name: copy}\n", "'name'", "second time"),
                of("? §[a]\n: b\n", "a list as a key"),
                of("a: " + "[".repeat(16) + "§[1]" + "]".repeat(16), "nested deeper than"));
    }

    private static List<Case> keys() {
        return List.of(
                good("§chpi: {clock_mhz: 3}\n", "unknown key 'chpi'", "did you mean 'chip'"),
                good("chip: {§clock_mhx: 3}\n", "unknown key 'clock_mhx' in 'chip'", "did you mean 'clock_mhz'"),
                good("§rate: 3\n", "unknown key 'rate'", "did you mean 'learning.optimiser.rate'"),
                good("§zebra: 3\n", "unknown key 'zebra'", "allowed: experiment", "technology"),
                good("§chip.clock_mhz: 3\n", "unknown key 'chip.clock_mhz'", "did you mean 'chip.clock_mhz'"),
                good("network: §3\n", "'3' for 'network'", "a section with the keys cell, layers"),
                good("network:§\n", "nothing for 'network'", "a section with the keys cell, layers"),
                good("seed: §{a: 1}\n", "a section for 'seed'", "one value"),
                good("seed: §[1, 2]\n", "a list for 'seed'", "one value"),
                of("§task: {name: copy}\nlearning: {rule: online, optimiser: {name: sgd, rate: 1}}\n", "no 'experiment'", "required"),
                head("§learning: {optimiser: {name: sgd, rate: 1}}\n", "no 'learning.rule'", "online"),
                head("learning: {rule: online, §optimiser: {name: sgd}}\n", "no 'learning.optimiser.rate'", "required"));
    }

    private static List<Case> values() {
        return List.of(
                good("seed: §one\n", "'one' for 'seed'", "a whole number from 0"),
                good("seed: §-1\n", "'-1'", "from 0"),
                good("seed: §\"1\"\n", "the text \"1\"", "a whole number"),
                good("seed: §1.5\n", "'1.5'", "a whole number"),
                good("seed: §99999999999999999999\n", "whole number from 0 to 9007199254740991"),
                good("seed:§\n", "nothing for 'seed'", "a whole number"),
                good("network: {layers: §0}\n", "'0' for 'network.layers'", "1 to 64"),
                good("network: {units: §-32}\n", "'-32' for 'network.units'", "1 to 4096"),
                good("network: {width: §4097}\n", "'4097'", "1 to 4096"),
                good("network: {maximum_radius: §1.5}\n", "'1.5'", "a number from 0 to 1"),
                good("network: {maximum_phase: §.nan}\n", "'.nan'", "a number from 0"),
                good("chip: {recurrent_core: {lanes: §0}}\n", "'0' for 'chip.recurrent_core.lanes'", "1 to 1024"),
                good("chip: {mixing_core: {table_units: §1025}}\n", "'1025' for 'chip.mixing_core.table_units'", "1 to 1024"),
                good("chip: {mixing_core: {ports: §2RW}}\n", "'2RW'", "1RW, 1R1W, 2R1W", "did you mean"),
                good("chip: {clock_mhz: §fast}\n", "'fast'", "a number from"),
                good("chip: {deadline_cycles: §never}\n", "'never'", "a whole number from 1", "or none"),
                good("chip: {remember_steps: §maybe}\n", "'maybe'", "true, false"),
                good("chip: {bus: {topology: §mash}}\n", "'mash'", "spatial, broadcast, tree, ring, mesh", "did you mean 'mesh'"),
                good("chip: {random: {lfsr: §LFSR17}}\n", "'LFSR17'", "LFSR8", "did you mean 'LFSR16'"),
                good("tables: {gelu: {entries: §100}}\n", "'100'", "a power of two from 4 to 65536"),
                good("tables: {exp: {interpolation: §cubic}}\n", "'cubic'", "linear, none"),
                good("§task: {name: copy}\n", "'task'", "second time"),
                of("experiment: §a/b\n" + GOOD.substring(GOOD.indexOf("task")), "'a/b'", "letters, digits"),
                of("experiment: §~\n" + GOOD.substring(GOOD.indexOf("task")), "nothing for 'experiment'"),
                of("experiment: x\ntask: {name: §cpoy}\n", "'cpoy' for 'task.name'", "did you mean 'copy'"),
                head("learning: {rule: §onlin, optimiser: {name: sgd, rate: 1}}\n", "online, spatial, truncated", "did you mean 'online'"),
                head("learning: {rule: §bptt, optimiser: {name: sgd, rate: 1}}\n", "'bptt'", "online, spatial, truncated"),
                head("learning: {rule: online, sequences: §1e3, optimiser: {name: sgd, rate: 1}}\n", "'1e3'", "a whole number"),
                head("learning: {rule: online, optimiser: {name: sgd, rate: §-0.1}}\n", "'-0.1'", "a number from 0"),
                head("learning: {rule: online, optimiser: {name: adam, rate: 1, beta1: §0.9}}\n", "'0.9'", "one minus a power of two", "0.875"),
                head("learning: {rule: online, optimiser: {name: sgd, rate: 1, beta1: §0.875}}\n", "no meaning", "learning.optimiser.name: adam"),
                head("learning: {rule: online, update: {every: time-step, count: §2}, optimiser: {name: sgd, rate: 1}}\n",
                        "no meaning", "learning.update.every: sequences"));
    }

    private static List<Case> formats() {
        return List.of(
                good("formats: {default: §\"fixed<0,0>\"}\n", "'0' as its width", "1 to 64"),
                good("formats: {default: §\"fixed<40,4>\"}\n", "40 bits for 'formats.default'", "1 to 32"),
                good("formats: {default: §\"ufixed<32,4>\"}\n", "32 bits", "1 to 31"),
                good("formats: {default: §\"fixed<16,4,RNDD>\"}\n", "RNDD", "did you mean RND"),
                good("formats: {default: §16}\n", "'16' is not a format", "fixed<W,I>"),
                good("formats: {§lru.hh: \"fixed<8,2>\"}\n", "unknown signal 'lru.hh'", "did you mean 'lru.h'"),
                good("formats: {§lru.tra: \"fixed<8,2>\"}\n", "unknown signal 'lru.tra'", "did you mean 'lru.trace'"),
                good("formats: {lru.h: §~}\n", "nothing for 'formats.lru.h'"),
                good("verify: {signal_to_noise: {default: §good}}\n", "'good'", "a number from -100 to 300, or format"),
                good("verify: {signal_to_noise: {lru.h: §1000}}\n", "'1000' for 'verify.signal_to_noise.lru.h'", "to 300"),
                good("verify: {signal_to_noise: {§lru.hh: 40}}\n", "unknown signal 'lru.hh'", "did you mean 'lru.h'"),
                good("verify: {signal_to_noise: §40}\n", "a section", "default"),
                good("verify: {§cosine: 0.9}\n", "unknown key 'cosine' in 'verify'", "gradient_cosine"),
                good("formats: {§membrane: \"fixed<8,2>\"}\n", "unknown signal 'membrane'", "columna list signals"),
                good("formats: {lru: §{h: \"fixed<8,2>\"}}\n", "a section for 'formats.lru'", "one value"));
    }

    private static List<Case> relations() {
        return List.of(
                listOps("levels: §1", "'1' for 'task.levels'", "2 to 20"),
                listOps("shortest: §9, longest: 8", "shortest expression of 9 symbols", "longest of 8"),
                of(GOOD.replace("name: copy", "name: copy, levels: §3"), "'task.levels'", "listops"),
                good("network: {layers: 64, width: 512, units: 512}\nnumerics: {sampled_sequences: §1}\n", "1 sequences to observe", "allowed: 0"),
                good("network: {units: 4}\nchip: {cores_per_layer: §5}\n", "5 cores", "4 units"),
                good("network: {units: §1}\n", "2 cores", "1 units"),
                good("network: {minimum_radius: §0.9, maximum_radius: 0.5}\n", "0.9", "0.5"),
                good("network: {layers: 64, units: 4096, width: §4096}\n", "matrices of 1073741824 elements"),
                good("network: {cell: dense, layers: 8, units: 4096, width: §2}\n", "matrices of 134217728 elements"),
                good("network: {cell: dense}\nchip: {cores_per_layer: §2}\n", "'chip.cores_per_layer'", "network.cell: complex or real"),
                good("network: {cell: real, maximum_phase: §3}\n", "'network.maximum_phase'", "network.cell: complex"),
                good("network: {cell: dense, minimum_radius: §0.5}\n", "'network.minimum_radius'", "network.cell: complex or real"),
                good("chip: {mixing_core: {lanes: 4, table_units: §5}}\n", "5 look-up units", "4 lanes", "at most one for each lane"),
                good("chip: {recurrent_core: {table_units: §9}}\n", "9 look-up units", "8 lanes"),
                good("chip: {random: {lfsr: LFSR8, bits: §9}}\n", "9 random bits", "register of 8"),
                good("network: {units: 600}\nchip: {cores_per_layer: 500, bus: {topology: §broadcast}}\n", "1004 cores on one wire", "up to 1000"),
                good("chip: {bus: {topology: tree, error_threshold: §0.5}}\n", "error threshold of 0.5", "tree", "another topology"),
                head("learning: {rule: online, optimiser: {name: sgd, rate: 0.1}, schedule: {name: warmup-cosine, minimum_rate: §0.2}}\n",
                        "0.2", "0.1"),
                good("technology: §cmos-28n\n", "no technology 'cmos-28n'", "did you mean 'cmos-28nm'"));
    }

    @TestFactory
    Stream<DynamicTest> oneSentenceAtTheRightPlace() {
        return Stream.of(syntax(), keys(), values(), formats(), relations())
                .flatMap(List::stream)
                .map(one -> DynamicTest.dynamicTest(one.text().replace("\n", "⏎"), () -> check(one)));
    }

    private static void check(Case one) {
        int mark = one.text().indexOf(MARK);
        assertThat(mark).as("the case has a mark").isNotNegative();
        String before = one.text().substring(0, mark);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = mark - (before.lastIndexOf('\n') + 1) + 1;
        BadInput bad = refused(before + one.text().substring(mark + 1), List.of());
        assertThat(bad.sentences()).hasSize(1);
        assertThat(bad.getMessage()).startsWith("f.yaml:" + line + ":" + column + ": ").contains(one.words());
        assertThat(bad.getMessage()).doesNotContain("\n", "Exception", "org.snakeyaml");
    }

    private static BadInput refused(String text, List<String> settings) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> ExperimentSpec.parse("f.yaml", text, SIGNALS, settings));
        assertThat(bad).as("refused").isNotNull();
        return bad;
    }

    @Test
    void theFileThatTheCasesBuildOnIsGood() {
        assertThat(ExperimentSpec.parse("f.yaml", GOOD, SIGNALS, List.of()).name()).isEqualTo("x");
    }

    @TestFactory
    Stream<DynamicTest> settingsAreNamedAsTheirOwnPlace() {
        return Stream.of(
                        List.of("seed", "no '='"),
                        List.of("=3", "no '='"),
                        List.of("sede=3", "unknown key 'sede'", "did you mean 'seed'"),
                        List.of("learning.rtae=3", "did you mean 'learning.optimiser.rate'"),
                        List.of("chip=3", "the section 'chip'", "cores_per_layer"),
                        List.of("seed=x", "'x' for 'seed'", "whole number"),
                        List.of("seed=", "nothing for 'seed'"),
                        List.of("formats.lru.j=fixed<8,2>", "unknown signal 'lru.j'", "did you mean 'lru.h'"),
                        List.of("formats.lru.h=fixed<99,2>", "'99' as its width"),
                        List.of("verify.signal_to_noise.lru.j=40", "unknown signal 'lru.j'", "did you mean 'lru.h'"),
                        List.of("verify.signal_to_noise.lru.h=loud", "'loud' for 'verify.signal_to_noise.lru.h'", "or format"),
                        List.of("chip.cores_per_layer=99", "99 cores"),
                        List.of("learning.optimiser.momentum=0.5", "no meaning", "momentum"))
                .map(one -> DynamicTest.dynamicTest(one.getFirst(), () -> {
                    BadInput bad = refused(GOOD, List.of(one.getFirst()));
                    assertThat(bad.getMessage()).startsWith("--set " + one.getFirst() + ": ").contains(one.subList(1, one.size()));
                }));
    }

    @Test
    void severalMistakesAreToldTogetherInTheOrderOfTheFileAndNeverMoreThanFive() {
        String six = GOOD + "a1: 1\nb1: 1\nc1: 1\nd1: 1\ne1: 1\nf1: 1\n";
        assertThat(refused(six, List.of()).sentences())
                .hasSize(5)
                .extracting(sentence -> sentence.substring(0, "f.yaml:6:1".length()))
                .containsExactly("f.yaml:6:1", "f.yaml:7:1", "f.yaml:8:1", "f.yaml:9:1", "f.yaml:10:");
    }

    @Test
    void thereAreEnoughCases() {
        assertThat(Stream.of(syntax(), keys(), values(), formats(), relations()).mapToInt(List::size).sum()).isGreaterThan(80);
    }
}
