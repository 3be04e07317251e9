// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.drey.jobs.step.Step;
import org.apache.flink.api.common.state.StateDescriptor;

@AnalyzeClasses(packages = "io.drey.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.drey.jobs.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule typesOfSourcesStepsAndSinksDoNotKnowEachOther =
      slices()
          .assignedFrom(new TypePackages())
          .should()
          .notDependOnEachOther()
          .because("one is added or removed without the others");

  @ArchTest
  static final ArchRule onlyTheRegistriesNameTypesOfSourcesStepsAndSinks =
      noClasses()
          .that(not(TypePackages.INSIDE))
          .and()
          .haveNameNotMatching("io\\.drey\\.jobs\\.pipeline\\.(Source|Step|Sink)Kinds")
          .should()
          .dependOnClassesThat(TypePackages.INSIDE);

  @ArchTest
  static final ArchRule onlyTheRegistriesNameStepsOfOneFile =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.drey.jobs.step")
          .and()
          .doNotHaveFullyQualifiedName("io.drey.jobs.pipeline.StepKinds")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.drey.jobs.step")
                  .and(assignableTo(Step.class))
                  .and(assignableTo(Record.class)));

  @ArchTest
  static final ArchRule arrowsRunFromTheCommandLineInwards =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("io.drey.jobs.cli..")
          .layer("test")
          .definedBy("io.drey.jobs.test..")
          .layer("cluster")
          .definedBy("io.drey.jobs.cluster..")
          .layer("local")
          .definedBy("io.drey.jobs.local..")
          .layer("graph")
          .definedBy("io.drey.jobs.graph..")
          .layer("pipeline")
          .definedBy("io.drey.jobs.pipeline..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("test")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cluster")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("local")
          .mayOnlyBeAccessedByLayers("cli", "test")
          .whereLayer("graph")
          .mayOnlyBeAccessedByLayers("cli", "cluster", "local", "test")
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("cli", "cluster", "local", "graph", "test");

  @ArchTest
  static final ArchRule internalsOfTheOperatorsStayInternal =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.drey.operators.internal..");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|Common|Data|Info)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule commandsDeclareOptionsWithoutAnnotations =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "are annotations of picocli",
                  type -> type.isAnnotation() && type.getPackageName().startsWith("picocli")))
          .because("to read them takes longer than most commands take");

  @ArchTest
  static final ArchRule stateIsDescribedInOnePlace =
      noClasses().should().callConstructorWhere(target(owner(assignableTo(StateDescriptor.class))));
}
