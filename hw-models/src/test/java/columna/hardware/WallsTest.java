package columna.hardware;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module may import: the vocabulary only the JDK, the technologies the vocabulary, and nothing else of ours. */
@AnalyzeClasses(packages = "columna.hardware", importOptions = ImportOption.DoNotIncludeTests.class)
final class WallsTest {
    @ArchTest
    static final ArchRule VOCABULARY_KNOWS_NO_PRICE = classes().that().resideInAPackage("columna.hardware.block")
            .should().onlyDependOnClassesThat().resideInAnyPackage("columna.hardware.block", "java..");

    @ArchTest
    static final ArchRule TECHNOLOGIES_KNOW_NOTHING_ELSE = classes().that().resideInAPackage("columna.hardware.technology")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("columna.hardware..", "java..", "org.snakeyaml..");

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.util.random..");
}
