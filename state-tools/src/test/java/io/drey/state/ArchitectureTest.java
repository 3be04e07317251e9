// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.drey.state.snapshot.type.job.JobClasses;
import java.io.ObjectInputStream;
import org.apache.flink.annotation.Public;
import org.apache.flink.annotation.PublicEvolving;

@AnalyzeClasses(packages = "io.drey.state", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String FAMILIES = "io.drey.state.snapshot.type.(*)..";

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.drey.state.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsRunInwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("io.drey.state.cli..")
          .layer("bootstrap")
          .definedBy("io.drey.state.bootstrap..")
          .layer("inspect")
          .definedBy("io.drey.state.inspect..")
          .layer("diff")
          .definedBy("io.drey.state.diff..")
          .layer("migration")
          .definedBy("io.drey.state.migration..")
          .layer("offsets")
          .definedBy("io.drey.state.offsets..")
          .layer("plan")
          .definedBy("io.drey.state.plan..")
          .layer("query")
          .definedBy("io.drey.state.query..")
          .layer("read")
          .definedBy("io.drey.state.read..")
          .layer("snapshot")
          .definedBy("io.drey.state.snapshot..")
          .layer("json")
          .definedBy("io.drey.state.json..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("bootstrap")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("diff")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("inspect")
          .mayOnlyBeAccessedByLayers("cli", "diff")
          .whereLayer("migration")
          .mayOnlyBeAccessedByLayers("bootstrap", "cli", "plan")
          .whereLayer("offsets")
          .mayOnlyBeAccessedByLayers("cli", "plan")
          .whereLayer("plan")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("cli", "diff", "inspect", "offsets", "query")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers(
              "bootstrap",
              "cli",
              "diff",
              "inspect",
              "migration",
              "offsets",
              "plan",
              "query",
              "read")
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers(
              "bootstrap",
              "cli",
              "diff",
              "inspect",
              "migration",
              "offsets",
              "query",
              "read",
              "snapshot");

  @ArchTest
  static final ArchRule onlySnapshotKnowsTheInternalsOfFlink =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.drey.state.snapshot..")
          .should()
          .dependOnClassesThat(describe("are internals of Flink", ArchitectureTest::isInternal));

  @ArchTest
  static final ArchRule snapshotsOfAnyJobAreReadWithoutPipelines =
      noClasses()
          .that()
          .resideInAPackage("io.drey.state.snapshot..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.drey.jobs..");

  @ArchTest
  static final ArchRule onlyTheRegistryNamesAFamilyOfTypes =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.drey.state.snapshot.registry..", FAMILIES)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FAMILIES);

  /** Of all ways to load a class by its name, {@link JobClasses} alone uses one, for --jar. */
  @ArchTest
  static final ArchRule noClassOfTheJobIsLoaded =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(JobClasses.class.getName())
          .should()
          .callMethodWhere(describe("loads a class by its name", ArchitectureTest::loadsClass))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ObjectInputStream.class);

  @ArchTest
  static final ArchRule theExceptionIsOne =
      classes()
          .that()
          .haveFullyQualifiedName(JobClasses.class.getName())
          .should(
              new ArchCondition<>("load a class by its name in one place") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  long calls =
                      type.getMethodCallsFromSelf().stream()
                          .filter(ArchitectureTest::loadsClass)
                          .count();
                  events.add(
                      new SimpleConditionEvent(type, calls == 1, calls + " calls in " + type));
                }
              });

  @ArchTest
  static final ArchRule commandsDoNotDependOnTheirParser =
      noClasses().should().dependOnClassesThat().resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|Common|Data|Info)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  private static boolean loadsClass(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return (owner.isEquivalentTo(Class.class) && call.getName().equals("forName"))
        || (owner.isAssignableTo(ClassLoader.class) && call.getName().equals("loadClass"));
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith("org.apache.flink")
        && !type.isAnnotatedWith(Public.class)
        && !type.isAnnotatedWith(PublicEvolving.class)
        // what a class encloses is as public as itself
        && type.getEnclosingClass().map(ArchitectureTest::isInternal).orElse(true);
  }
}
