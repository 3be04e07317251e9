// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.snapshot.type.HeldClasses;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectionFormsTest {
  private final HeldClasses held = new HeldClasses();
  private final List<String> reasons = new ArrayList<>();

  @Test
  void makesAListOfACollection() {
    held.addValue("java.lang.Long");
    held.addValue(null);

    assertThat(text("java.util.Collection")).isEqualTo("List<Long>");
    assertThat(text("java.util.Set")).isEqualTo("Set<Long>");
    assertThat(reasons).isEmpty();
  }

  @Test
  void refusesElementsOfSeveralClasses() {
    held.addValue("java.lang.Long");
    held.addValue("java.lang.Integer");

    assertThat(text("java.util.List")).isEqualTo("null");

    assertThat(reasons)
        .containsExactly(
            "its elements are of 2 classes, such as java.lang.Integer and java.lang.Long");
  }

  @Test
  void refusesElementsThatFlink2GivesToKryo() {
    held.addValue("java.util.ArrayList");

    assertThat(text("java.util.List")).isEqualTo("null");

    assertThat(reasons)
        .containsExactly(
            "its elements are of java.util.ArrayList, which Flink 2 gives to Kryo too");
  }

  @Test
  void doesNotGuessTheClassOfNoElements() {
    assertThat(text("java.util.Set")).isEqualTo("null");

    assertThat(reasons)
        .containsExactly("there are no elements that would tell of which class they are");
  }

  /** Its name could not be told from a key "null". */
  @Test
  void refusesNullAsAKey() {
    held.addKey(null);
    held.addKey("java.lang.String");
    held.addValue("java.lang.Long");

    assertThat(text("java.util.Map")).isEqualTo("null");

    assertThat(reasons).containsExactly("one of its keys is null");
  }

  @Test
  void knowsTheInterfacesThatFlink2WritesItself() {
    assertThat(CollectionForms.isCollection("java.util.Map")).isTrue();
    assertThat(CollectionForms.isCollection("java.util.ArrayList")).isFalse();
    assertThat(CollectionForms.isCollection("java.util.Queue")).isFalse();
  }

  private String text(String className) {
    var type = CollectionForms.of(className, held, reasons);
    return type == null ? "null" : type.text();
  }
}
