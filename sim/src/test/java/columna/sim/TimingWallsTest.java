package columna.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Timing and accounting keep apart from function, from each other in one direction, and from every price. */
class TimingWallsTest {

    @Test
    void importsPointDownwards() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("columna.sim.timing", "columna.sim.accounting");
        noClasses().that().resideInAPackage("columna.sim.timing..")
                .should().dependOnClassesThat().resideInAnyPackage("columna.sim.function..", "columna.hardware.technology..")
                .check(classes);
        noClasses().that().resideInAPackage("columna.sim.accounting..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("columna.sim.function..", "columna.sim.timing..", "columna.hardware.technology..")
                .check(classes);
        noClasses().should().dependOnClassesThat().haveSimpleName("Random").check(classes);
    }
}
