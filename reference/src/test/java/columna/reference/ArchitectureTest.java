package columna.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The walls of the module: what each package may import. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("columna.reference");

    @Test
    void importsNothingOfColumnaAndNoLibraryButCommons() {
        Assertions.assertThat(CLASSES).hasSizeGreaterThan(30);
        classes().should().onlyDependOnClassesThat().resideInAnyPackage("columna.reference..", "java..", "org.apache.commons..", "jdk.incubator.vector..").check(CLASSES);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random").check(CLASSES);
    }

    @Test
    void packagesAreFloors() {
        only("random");
        only("online");
        only("dense", "random");
        only("dense.task", "dense", "random");
        only("dense.adaptation", "dense", "dense.task", "online", "random");
        only("attention", "online", "random");
        only("task", "random");
        only("task.listops", "task", "random");
        only("task.recorded", "task", "random");
        only("constructive", "random");
        only("network", "random");
        only("columnar", "network", "random", "task");
        only("learning", "network", "task", "random");
        only("single", "learning", "network", "task", "random");
        only("optimisation", "network");
        only("training", "learning", "single", "network", "optimisation", "task");
    }

    /** So that a program without the vector module never loads a class that needs it. */
    @Test
    void vectorsAreInClassesOfTheirOwn() {
        noClasses().that().haveSimpleNameNotStartingWith("Vector").should().dependOnClassesThat().resideInAPackage("jdk.incubator.vector..")
                .check(CLASSES);
    }

    private static void only(String floor, String... below) {
        String[] allowed = new String[below.length + 4];
        for (int i = 0; i < below.length; i++) {
            allowed[i] = "columna.reference." + below[i];
        }
        allowed[below.length] = "columna.reference." + floor;
        allowed[below.length + 1] = "java..";
        allowed[below.length + 2] = "org.apache.commons..";
        allowed[below.length + 3] = "jdk.incubator.vector..";
        classes().that().resideInAPackage("columna.reference." + floor).should().onlyDependOnClassesThat().resideInAnyPackage(allowed)
                .check(CLASSES);
    }
}
