package columna.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The walls inside the simulator: function, timing and accounting read one program and keep apart from each other. */
@AnalyzeClasses(packages = "columna.sim", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A package's classes use nothing of ours but their own package, the named packages and those below the simulator. */
    private static ArchRule uses(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of("columna.sim." + name + ".."), Stream.of(others)).toArray(String[]::new);
        return noClasses()
                .that().resideInAPackage("columna.sim." + name + "..")
                .should().dependOnClassesThat(JavaClass.Predicates.resideInAPackage("columna..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)));
    }

    @ArchTest
    static final ArchRule PROGRAMS_STAND_ALONE = uses("program", "columna.fixedpoint..");

    @ArchTest
    static final ArchRule CHIPS_HOLD_PROGRAMS =
            uses("chip", "columna.sim.program", "columna.fixedpoint..", "columna.hardware.block");

    @ArchTest
    static final ArchRule CORE_TYPES_ARE_DATA =
            uses("cores", "columna.sim.program", "columna.sim.chip", "columna.fixedpoint..");

    @ArchTest
    static final ArchRule FUNCTION_KNOWS_NEITHER_CLOCK_NOR_COUNTER =
            uses("function", "columna.sim.program", "columna.sim.chip", "columna.fixedpoint..");

    @ArchTest
    static final ArchRule TOPOLOGIES_KNOW_NEITHER_CYCLE_NOR_PRICE = uses("interconnect", "columna.sim.chip");

    @ArchTest
    static final ArchRule ACCOUNTING_IS_CONSULTED_AND_CONSULTS_NOBODY = uses(
            "accounting", "columna.sim.program", "columna.sim.chip", "columna.sim.interconnect", "columna.fixedpoint..",
            "columna.hardware.block");

    @ArchTest
    static final ArchRule MICROCODE_IS_A_PROGRAM_WRITTEN_DOWN = uses(
            "microcode", "columna.sim.program", "columna.sim.chip", "columna.sim.accounting", "columna.fixedpoint..",
            "columna.hardware.block");

    /** Formats and tables for their sizes only: the next rule forbids what computes. */
    @ArchTest
    static final ArchRule TIMING_COMPUTES_NO_BITS = uses(
            "timing", "columna.sim.program", "columna.sim.chip", "columna.sim.interconnect", "columna.sim.accounting",
            "columna.fixedpoint", "columna.hardware.block");

    @ArchTest
    static final ArchRule TIMING_HAS_NO_ARITHMETIC_OF_ITS_OWN = noClasses()
            .that().resideInAPackage("columna.sim.timing..")
            .should().dependOnClassesThat().resideInAPackage("columna.fixedpoint.kernel..")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("columna.fixedpoint.Cast");

    @ArchTest
    static final ArchRule BLOCKS_ARE_NAMED_NEVER_PRICED =
            noClasses().should().dependOnClassesThat().resideInAPackage("columna.hardware.technology..");

    @ArchTest
    static final ArchRule NO_CYCLE = slices().matching("columna.sim.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RANDOMNESS_IS_AN_INPUT = noClasses()
            .should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.SplittableRandom");

    @ArchTest
    static final ArchRule NO_FLOATING_FIELDS_IN_FUNCTION = noFields()
            .that().areDeclaredInClassesThat().resideInAPackage("columna.sim.function..")
            .should().haveRawType(double.class)
            .orShould().haveRawType(float.class)
            .orShould().haveRawType(double[].class)
            .orShould().haveRawType(double[][].class);

    @ArchTest
    static final ArchRule PACKAGES_ARE_LISTED_ABOVE = classes().should().resideInAnyPackage(
            "columna.sim.program", "columna.sim.chip", "columna.sim.cores", "columna.sim.cores.columnar", "columna.sim.cores.dense", "columna.sim.function", "columna.sim.timing",
            "columna.sim.accounting", "columna.sim.interconnect", "columna.sim.microcode");

    /** No instruction of the function package loads, stores, converts or computes a floating-point value, nor calls for one. */
    @ArchTest
    static void functionComputesInIntegersOnly(JavaClasses classes) throws IOException {
        List<String> found = new ArrayList<>();
        int scanned = 0;
        for (JavaClass type : classes) {
            if (type.getPackageName().startsWith("columna.sim.function")) {
                found.addAll(floatingPoint(type));
                scanned++;
            }
        }
        assertThat(scanned).isGreaterThan(20);
        assertThat(found).isEmpty();
    }

    /** The scan sees floating point where there is some. */
    @ArchTest
    static void theScanFindsFloatingPoint(JavaClasses classes) throws IOException {
        assertThat(floatingPoint(classes.get("columna.sim.timing.CoreOutcome"))).isNotEmpty();
    }

    private static List<String> floatingPoint(JavaClass type) throws IOException {
        List<String> found = new ArrayList<>();
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = ArchitectureTest.class.getResourceAsStream(file)) {
            ClassModel model = ClassFile.of().parse(in.readAllBytes());
            model.methods().forEach(method -> {
                String name = type.getSimpleName() + "." + method.methodName().stringValue();
                MethodTypeDesc descriptor = method.methodTypeSymbol();
                if (Stream.concat(descriptor.parameterList().stream(), Stream.of(descriptor.returnType()))
                        .anyMatch(ArchitectureTest::floating)) {
                    found.add(name + " is declared with " + descriptor.displayDescriptor());
                }
                method.code().ifPresent(code -> code.forEach(element -> {
                    boolean floating = switch (element) {
                        case LoadInstruction i -> floating(i.typeKind());
                        case StoreInstruction i -> floating(i.typeKind());
                        case ArrayLoadInstruction i -> floating(i.typeKind());
                        case ArrayStoreInstruction i -> floating(i.typeKind());
                        case OperatorInstruction i -> floating(i.typeKind());
                        case ConvertInstruction i -> floating(i.fromType()) || floating(i.toType());
                        default -> false;
                    };
                    if (floating) {
                        found.add(name + ": " + element);
                    }
                }));
            });
        }
        return found;
    }

    private static boolean floating(ClassDesc type) {
        return type.isArray() ? floating(type.componentType()) : floating(TypeKind.from(type));
    }

    private static boolean floating(TypeKind kind) {
        return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }
}
