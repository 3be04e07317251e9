// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.annotation.Public;
import org.apache.flink.annotation.PublicEvolving;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.streaming.api.operators.StreamOperator;

@AnalyzeClasses(
    packages = "io.drey.operators",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutKit.class})
class ArchitectureTest {
  /** The sameness kit, which tests see too, looks into Flink. */
  static final class WithoutKit implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/sameness/");
    }
  }

  private static final String FLINK = "org.apache.flink.";

  /** What operators use of Flink that is neither Public nor PublicEvolving, as few as possible. */
  private static final Set<String> INTERNALS =
      Set.of(
          "api.common.serialization.SerializerConfigImpl",
          "api.common.typeutils.base.StringSerializer",
          "api.dag.Transformation",
          "api.java.typeutils.PojoField",
          "runtime.event.WatermarkEvent",
          "runtime.state.KeyGroupRange",
          "runtime.state.KeyGroupRangeAssignment",
          "runtime.state.KeyedStateBackend",
          "runtime.state.RegisteredKeyValueStateBackendMetaInfo",
          "runtime.state.StateEntry",
          "runtime.state.VoidNamespace",
          "runtime.state.VoidNamespaceSerializer",
          "runtime.state.heap.StateMap",
          "runtime.state.heap.StateTable",
          "runtime.throwable.ThrowableAnnotation",
          "runtime.throwable.ThrowableType",
          "streaming.api.SimpleTimerService",
          "streaming.api.TimeDomain",
          "streaming.api.datastream.DataStreamUtils",
          "streaming.api.operators.InternalTimeServiceManager",
          "streaming.api.operators.InternalTimeServiceManagerImpl",
          "streaming.api.operators.InternalTimer",
          "streaming.api.operators.InternalTimerService",
          "streaming.api.operators.KeyContext",
          "streaming.api.operators.KeyedProcessOperator",
          "streaming.api.operators.ProcessOperator",
          "streaming.api.operators.SimpleOperatorFactory",
          "streaming.api.operators.StreamingRuntimeContext",
          "streaming.api.operators.Triggerable",
          "streaming.api.transformations.OneInputTransformation",
          "streaming.runtime.streamrecord.RecordAttributes",
          "streaming.runtime.streamrecord.StreamRecord",
          "streaming.runtime.tasks.ProcessingTimeService",
          "streaming.runtime.watermarkstatus.WatermarkStatus",
          "util.InstantiationUtil");

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.drey.operators.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule internalsKnowNoOperator =
      noClasses()
          .that()
          .resideInAPackage("io.drey.operators.internal..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.drey.operators..")
                  .and(resideOutsideOfPackage("io.drey.operators.internal..")));

  @ArchTest
  static final ArchRule onlyListedInternalsOfFlinkAreUsed =
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "are internals of Flink that are not listed",
                  type -> isInternal(type) && !isListed(type)));

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

  private static boolean isListed(JavaClass type) {
    return INTERNALS.contains(type.getName().substring(FLINK.length()));
  }

  private static boolean isInternal(JavaClass type) {
    return type.getName().startsWith(FLINK)
        && !type.isAnnotatedWith(Public.class)
        && !type.isAnnotatedWith(PublicEvolving.class)
        // what a class encloses is as public as itself
        && type.getEnclosingClass().map(ArchitectureTest::isInternal).orElse(true);
  }

  private static boolean isTypeInfo(JavaClass type) {
    return type.getSimpleName().endsWith("TypeInfo");
  }
}
