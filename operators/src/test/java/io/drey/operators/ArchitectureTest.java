package io.drey.operators;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.streaming.api.operators.StreamOperator;

@AnalyzeClasses(
    packages = "io.drey.operators",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule seesNeitherYamlNorCommandLine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.drey.jobs..",
              "io.drey.state..",
              "org.snakeyaml..",
              "org.yaml..",
              "picocli..",
              "org.apache.flink.connector..",
              "org.apache.flink.shaded..");

  @ArchTest
  static final ArchRule onlyStoredValuesAreTrees =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.drey.operators.kv..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule theAlgebraOfUpdatesKnowsNoFlink =
      noClasses()
          .that()
          .resideInAPackage("io.drey.operators.kv.update..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink..");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that(describe("are not Flink's *TypeInfo", type -> !isTypeInfo(type)))
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|Common|Data|Info)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule stateIsDescribedInOnePlace =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("State")
          .should()
          .callConstructorWhere(target(owner(assignableTo(StateDescriptor.class))));

  @ArchTest
  static final ArchRule operatorsAreMadeByTheirOnMethod =
      constructors()
          .that()
          .areDeclaredInClassesThat(
              assignableTo(Function.class).or(assignableTo(StreamOperator.class)))
          .should()
          .notBePublic()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule answersDependOnEventsAlone =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  private static boolean isTypeInfo(JavaClass type) {
    return type.getSimpleName().endsWith("TypeInfo");
  }
}
