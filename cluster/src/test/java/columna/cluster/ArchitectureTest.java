package columna.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "columna.cluster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What an executor does would do for another engine. */
    @ArchTest
    static final ArchRule TASKS_KNOW_NO_SPARK = classes().that().resideInAPackage("columna.cluster.task")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "columna.cluster.task", "columna.experiments.yaml", "columna.experiments.study.computation");

    /** The engine's interface is all that is served. */
    @ArchTest
    static final ArchRule ONLY_THE_ENGINE = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("columna.cli..", "columna.sim..", "columna.reference..", "columna.reports..", "columna.experiments.study.store",
                    "columna.experiments.study.report");
}
