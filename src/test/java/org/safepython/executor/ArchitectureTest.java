package org.safepython.executor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages, and who may know which library. */
@AnalyzeClasses(packages = "org.safepython.executor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.safepython.executor";

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("rest")
            .definedBy(ROOT + ".rest")
            .layer("web")
            .definedBy(ROOT + ".web")
            .layer("operate")
            .definedBy(ROOT + ".operate")
            .layer("walls")
            .definedBy(ROOT + ".walls")
            .layer("launch")
            .definedBy(ROOT + ".launch")
            .layer("http")
            .definedBy(ROOT + ".http")
            .layer("access")
            .definedBy(ROOT + ".access")
            .layer("service")
            .definedBy(ROOT)
            .layer("policy")
            .definedBy(ROOT + ".policy")
            .layer("sandbox")
            .definedBy(ROOT + ".sandbox")
            .layer("docker")
            .definedBy(ROOT + ".sandbox.docker")
            .layer("permits")
            .definedBy(ROOT + ".permits")
            .layer("settings")
            .definedBy(ROOT + ".settings")
            .whereLayer("rest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("launch")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("docker")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operate")
            .mayOnlyBeAccessedByLayers("rest", "web")
            .whereLayer("walls")
            .mayOnlyBeAccessedByLayers("rest", "web", "operate")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("rest", "web")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("http", "web", "operate")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("rest", "web", "http", "operate", "walls", "access")
            .whereLayer("permits")
            .mayOnlyBeAccessedByLayers("service", "policy")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("service", "rest", "web", "operate", "walls")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("service", "docker", "rest", "web", "operate", "walls");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule POLICY_KNOWS_SETTINGS_ALONE = noClasses()
            .that()
            .resideInAPackage(ROOT + ".policy..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..")
                    .and(resideOutsideOfPackages(ROOT + ".policy..", ROOT + ".permits", ROOT + ".settings")));

    @ArchTest
    static final ArchRule DOCKER_STAYS_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".sandbox.docker")
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.dockerjava.."));

    @ArchTest
    static final ArchRule PARSER_STAYS_INSIDE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".policy")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.oracle.graal..", "org.graalvm..", "org.python.."));

    @ArchTest
    static final ArchRule ONLY_JAKARTA_TOUCHES_A_SERVER = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "fish.payara..", "org.glassfish..", "com.sun..", "org.jboss..", "io.openliberty.."));

    @ArchTest
    static final ArchRule ONE_DOOR_IN_DOCKER = classes()
            .that()
            .resideInAPackage(ROOT + ".sandbox.docker")
            .and()
            .doNotHaveSimpleName("DockerSandbox")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule DEADLINES_KNOW_NO_DATES = noClasses().should().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule NO_IDLE_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util");
}
