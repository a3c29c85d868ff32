package columna.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The walls of this module: a leaf, floors in one direction, no windows on the screen. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("columna");

    @Test
    void reportsIsALeaf() {
        noClasses().that().resideInAPackage("columna.reports..").should().dependOnClassesThat()
                .resideInAnyPackage("columna.fixedpoint..", "columna.hw..", "columna.hwmodels..", "columna.reference..", "columna.sim..", "columna.experiments..", "columna.cli..")
                .check(CLASSES);
    }

    @Test
    void floorsLeadUpwardsOnly() {
        Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage("columna.reports..")
                .layer("content").definedBy("columna.reports").layer("output").definedBy("columna.reports.output")
                .layer("drawing").definedBy("columna.reports.drawing").layer("page").definedBy("columna.reports.page")
                .whereLayer("page").mayNotBeAccessedByAnyLayer().whereLayer("drawing").mayOnlyBeAccessedByLayers("page")
                .whereLayer("output").mayOnlyBeAccessedByLayers("page")
                .whereLayer("content").mayOnlyBeAccessedByLayers("drawing", "page").check(CLASSES);
    }

    @Test
    void contentDrawsNothingAndNothingNeedsAScreen() {
        noClasses().that().resideInAPackage("columna.reports").should().dependOnClassesThat().resideInAnyPackage("java.awt..", "org.jfree..", "java.nio.file..").check(CLASSES);
        noClasses().should().dependOnClassesThat().resideInAPackage("javax.swing..").check(CLASSES);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random").check(CLASSES);
    }
}
