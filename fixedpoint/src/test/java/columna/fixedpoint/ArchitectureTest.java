package columna.fixedpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls: a leaf of the house, and within it the numbers know neither kernels nor tables. */
@AnalyzeClasses(packages = "columna.fixedpoint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NUMBERS_USE_ONLY_THE_JDK = classes().that().resideInAPackage("columna.fixedpoint")
            .should().onlyDependOnClassesThat().resideInAnyPackage("columna.fixedpoint", "java..");

    @ArchTest
    static final ArchRule KERNELS_USE_NUMBERS = classes().that().resideInAPackage("columna.fixedpoint.kernel")
            .should().onlyDependOnClassesThat().resideInAnyPackage("columna.fixedpoint", "columna.fixedpoint.kernel", "java..", "jdk.incubator.vector");

    @ArchTest
    static final ArchRule TABLES_USE_NUMBERS = classes().that().resideInAPackage("columna.fixedpoint.table")
            .should().onlyDependOnClassesThat().resideInAnyPackage("columna.fixedpoint", "columna.fixedpoint.table", "java..");
}
