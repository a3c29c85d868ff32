package columna.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The walls of the topmost module: from the text of a file down to the report, in one direction. */
@AnalyzeClasses(packages = "columna.experiments", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A package's classes use the packages of this module that are named, besides their own. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Stream.of(others))
                .map(other -> "columna.experiments." + other)
                .toArray(String[]::new);
        return noClasses()
                .that().resideInAPackage("columna.experiments." + name)
                .should().dependOnClassesThat(JavaClass.Predicates.resideInAPackage("columna.experiments..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)));
    }

    @ArchTest
    static final ArchRule YAML = uses("yaml");

    @ArchTest
    static final ArchRule SPEC = uses("spec", "yaml");

    @ArchTest
    static final ArchRule TASK = uses("task", "spec");

    @ArchTest
    static final ArchRule EXPLAIN = uses("explain", "spec", "yaml");

    @ArchTest
    static final ArchRule CHIP = uses("chip", "task", "spec", "yaml");

    @ArchTest
    static final ArchRule COST = uses("cost");

    @ArchTest
    static final ArchRule NUMERICS = uses("numerics", "chip", "task", "spec", "yaml");

    @ArchTest
    static final ArchRule RESULT = uses("result", "numerics", "cost", "chip", "spec");

    @ArchTest
    static final ArchRule REPORT = uses("report", "result", "numerics", "cost", "chip", "explain", "spec");

    @ArchTest
    static final ArchRule TRAINING = uses("training", "numerics", "chip", "task", "spec");

    @ArchTest
    static final ArchRule PRICED = uses("priced", "result", "numerics", "cost", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule EXACT = uses("exact");

    @ArchTest
    static final ArchRule PREDICTION = uses("prediction", "exact", "priced", "numerics", "cost", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule PREDICTION_REPORT = uses("prediction.report", "prediction", "run", "report", "verify", "verify.finding", "verify.report",
            "numerics", "priced", "cost", "spec", "yaml");

    @ArchTest
    static final ArchRule RUN = uses("run", "training", "priced", "report", "result", "numerics", "cost", "chip", "task", "spec", "yaml");

    @ArchTest
    static final ArchRule STUDY_DEFINITION = uses("study.definition", "spec", "yaml");

    @ArchTest
    static final ArchRule STUDY_COMPUTATION = uses("study.computation", "study.definition", "training", "priced", "result", "numerics", "chip", "task",
            "explain", "program", "spec");

    @ArchTest
    static final ArchRule STUDY_STORE = uses("study.store", "yaml");

    @ArchTest
    static final ArchRule STUDY_ENGINE = uses("study.engine", "study.computation", "study.definition", "study.store", "report", "result", "spec", "yaml");

    @ArchTest
    static final ArchRule STUDY_RESULT = uses("study.result", "study.definition", "study.store", "yaml");

    @ArchTest
    static final ArchRule STUDY_SEARCH = uses("study.search", "study.definition", "study.result", "study.store");

    @ArchTest
    static final ArchRule STUDY_REPORT = uses("study.report", "study.result", "study.definition", "study.store", "result", "explain", "spec");

    @ArchTest
    static final ArchRule PROGRAM = uses("program");

    @ArchTest
    static final ArchRule TRACE = uses("trace", "chip", "task", "spec", "yaml");

    @ArchTest
    static final ArchRule RTL = uses("rtl", "chip", "task", "explain", "spec", "yaml");

    @ArchTest
    static final ArchRule COMPARISON = uses("comparison", "study", "study.result", "study.report", "study.definition", "study.store", "explain", "yaml");

    @ArchTest
    static final ArchRule VERIFY = uses("verify", "verify.finding", "verify.baseline", "verify.report", "run", "result", "spec", "yaml");

    @ArchTest
    static final ArchRule VERIFY_FINDING = uses("verify.finding", "result", "numerics", "chip", "spec");

    @ArchTest
    static final ArchRule VERIFY_BASELINE = uses("verify.baseline", "verify.finding", "result", "numerics", "cost", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule VERIFY_REPORT = uses("verify.report", "verify.finding", "report", "result", "numerics", "spec");

    @ArchTest
    static final ArchRule PROFILE = uses("profile", "profile.formats", "profile.observation", "profile.proposal", "profile.measurement", "run", "chip",
            "spec", "yaml");

    @ArchTest
    static final ArchRule PROFILE_FORMATS = uses("profile.formats", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule PROFILE_OBSERVATION = uses("profile.observation", "profile.formats", "run", "numerics", "chip", "task", "spec");

    @ArchTest
    static final ArchRule PROFILE_PROPOSAL = uses("profile.proposal", "profile.formats", "profile.observation", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule PROFILE_MEASUREMENT = uses("profile.measurement", "profile.formats", "run", "study.computation", "priced", "result", "numerics", "cost", "chip", "spec", "yaml");

    @ArchTest
    static final ArchRule PROFILE_REPORT = uses("profile.report", "profile", "profile.observation", "profile.proposal", "profile.measurement", "result", "numerics",
            "spec");

    @ArchTest
    static final ArchRule REPRODUCE = uses("reproduce..");

    @ArchTest
    static final ArchRule REPRODUCTION = uses("reproduction", "reproduction.store", "reproduction.report", "reproduce..", "yaml");

    @ArchTest
    static final ArchRule REPRODUCTION_STORE = uses("reproduction.store", "program", "reproduce", "yaml");

    @ArchTest
    static final ArchRule REPRODUCTION_REPORT = uses("reproduction.report", "reproduce");

    @ArchTest
    static final ArchRule NO_CYCLE = slices().matching("columna.experiments.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOT_THE_COMMAND =
            noClasses().should().dependOnClassesThat().resideInAPackage("columna.cli..");

    @ArchTest
    static final ArchRule STUDY_EXPORT = uses("study.export", "study.result", "study.definition", "study.store", "yaml");

    /** Engines and formats of optional modules are found on the class path. */
    @ArchTest
    static final ArchRule OPTIONAL_MODULES_ARE_OPTIONAL = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.duckdb..", "columna.cluster..", "columna.parquet..");

    /** The file's reader knows of formats and of technologies' names, and of nothing that simulates, learns or draws. */
    @ArchTest
    static final ArchRule FILES_ARE_READ_WITHOUT_A_CHIP = noClasses()
            .that().resideInAnyPackage("columna.experiments.yaml", "columna.experiments.spec")
            .should().dependOnClassesThat()
            .resideInAnyPackage("columna.sim..", "columna.reference..", "columna.reports..");

    /** Only where report pages are made is the report module known. */
    @ArchTest
    static final ArchRule ONLY_REPORTS_DRAW = noClasses()
            .that().resideOutsideOfPackages("columna.experiments.report", "columna.experiments.run", "columna.experiments.reproduction",
                    "columna.experiments.reproduction.report", "columna.experiments.study", "columna.experiments.study.engine",
                    "columna.experiments.study.report", "columna.experiments.comparison", "columna.experiments.verify",
                    "columna.experiments.verify.report", "columna.experiments.profile.report", "columna.experiments.prediction.report")
            .should().dependOnClassesThat().resideInAPackage("columna.reports..");

    /** The bill knows counts and prices; it asks neither the bits nor the reference. */
    @ArchTest
    static final ArchRule THE_BILL_KNOWS_NO_BITS = noClasses()
            .that().resideInAPackage("columna.experiments.cost")
            .should().dependOnClassesThat()
            .resideInAnyPackage("columna.sim.function..", "columna.sim.timing..", "columna.reference..", "columna.fixedpoint..");

    @ArchTest
    static final ArchRule NO_OTHER_RANDOMNESS =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule PACKAGES_ARE_LISTED_ABOVE = classes().should().resideInAnyPackage(
            "columna.experiments", "columna.experiments.yaml", "columna.experiments.spec", "columna.experiments.task",
            "columna.experiments.explain", "columna.experiments.chip", "columna.experiments.cost",
            "columna.experiments.numerics", "columna.experiments.result", "columna.experiments.report",
            "columna.experiments.training", "columna.experiments.priced", "columna.experiments.run", "columna.experiments.reproduce..", "columna.experiments.reproduction",
            "columna.experiments.reproduction.store", "columna.experiments.reproduction.report",
            "columna.experiments.rtl", "columna.experiments.trace", "columna.experiments.program", "columna.experiments.study..", "columna.experiments.verify..", "columna.experiments.profile..", "columna.experiments.exact", "columna.experiments.prediction..", "columna.experiments.comparison");
}
