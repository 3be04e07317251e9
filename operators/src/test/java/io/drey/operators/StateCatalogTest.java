// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.drey.operators.meaning.Derived;
import io.drey.operators.meaning.MarkerState;
import io.drey.operators.meaning.StateMeaning;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.StateDescriptor;
import org.junit.jupiter.api.Test;

class StateCatalogTest {
  private static final Set<String> AMBIGUOUS =
      Set.of("long", "java.lang.Long", "java.lang.String", "long[]");

  @Test
  void hasEveryClassThatDeclaresStates() {
    Set<Class<?>> declaring =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.drey.operators")
                .stream()
                .filter(type -> type.getSimpleName().endsWith("State"))
                .map(JavaClass::reflect)
                .filter(type -> descriptors(type).findAny().isPresent())
                .filter(type -> type != MarkerState.class)
                .collect(Collectors.toSet());

    assertThat(StateCatalog.classes()).containsExactlyInAnyOrderElementsOf(declaring);
  }

  @Test
  void saysOfEveryStateWhatItStandsFor() {
    List<Method> silent =
        StateCatalog.classes().stream()
            .flatMap(StateCatalogTest::descriptors)
            .filter(method -> !method.isAnnotationPresent(StateMeaning.class))
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void derivesStatesOnlyFromDeclaredOnes() {
    for (Class<?> states : StateCatalog.classes()) {
      Set<String> declared =
          descriptors(states)
              .map(method -> method.getAnnotation(StateMeaning.class).state())
              .collect(Collectors.toSet());
      descriptors(states)
          .map(method -> method.getAnnotation(Derived.class))
          .filter(derived -> derived != null && !derived.from().isEmpty())
          .forEach(derived -> assertThat(declared).contains(derived.from()));
    }
  }

  @Test
  void saysOfEveryNumberAndStringInARecordWhatItStandsFor() {
    List<String> silent =
        StateCatalog.records().stream()
            .flatMap(
                type ->
                    Arrays.stream(type.getRecordComponents())
                        .filter(StateCatalogTest::isAmbiguous)
                        .map(RecordComponent::getName)
                        .filter(name -> !StateCatalog.meanings(type).containsKey(name))
                        .map(name -> type.getSimpleName() + "." + name))
            .toList();

    assertThat(silent).isEmpty();
  }

  @Test
  void findsRecordsInsideOthers() {
    assertThat(StateCatalog.records())
        .extracting(Class::getSimpleName)
        .contains("PendingExchanges", "PendingEvent", "OpenWindow", "PartialMeasure");
  }

  private static Stream<Method> descriptors(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .filter(method -> StateDescriptor.class.isAssignableFrom(method.getReturnType()))
        .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers()));
  }

  private static boolean isAmbiguous(RecordComponent component) {
    return AMBIGUOUS.contains(component.getType().getTypeName());
  }
}
