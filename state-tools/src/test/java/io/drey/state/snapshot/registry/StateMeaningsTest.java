// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.meaning.KeyForm;
import io.drey.operators.meaning.Meaning;
import io.drey.operators.meaning.OperatorMarker;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.LogicalType;
import io.drey.state.snapshot.type.NamedTuple;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateMeaningsTest {
  private static final StateMeanings FOREIGN = StateMeanings.of(null);
  private static final StateMeanings OF_PIPELINE =
      StateMeanings.of(new OperatorMarker("DeduplicateState", KeyForm.JSON));
  private static final StateMeanings OF_JAVA =
      StateMeanings.of(new OperatorMarker("DeduplicateState", KeyForm.PLAIN));

  @Test
  void knowsInstantsOfOperatorsThatAreMarked() {
    assertThat(OF_PIPELINE.value("seen-at", Scalar.LONG))
        .isEqualTo(new LogicalType(Scalar.LONG, Meaning.INSTANT));
    assertThat(OF_JAVA.value("seen-at", Scalar.LONG))
        .isEqualTo(new LogicalType(Scalar.LONG, Meaning.INSTANT));
  }

  @Test
  void takesNoForeignStateForItsOwn() {
    assertThat(FOREIGN.value("seen-at", Scalar.LONG)).isEqualTo(Scalar.LONG);
    assertThat(FOREIGN.mapKey("windows", Scalar.LONG)).isEqualTo(Scalar.LONG);
    assertThat(FOREIGN.key(StringType.STRING)).isEqualTo(StringType.STRING);
  }

  @Test
  void takesKeysForJsonWhereTheOperatorSaysSo() {
    LogicalType json = new LogicalType(StringType.STRING, Meaning.JSON);

    assertThat(OF_PIPELINE.key(StringType.STRING)).isEqualTo(json);
    assertThat(OF_PIPELINE.value("older-key", StringType.STRING)).isEqualTo(json);
    assertThat(OF_JAVA.key(StringType.STRING)).isEqualTo(StringType.STRING);
    assertThat(OF_JAVA.value("older-key", StringType.STRING)).isEqualTo(StringType.STRING);
  }

  @Test
  void namesPartsOfTuples() {
    FieldsType groups =
        FieldsType.tuple(
            "Tuple4", List.of(Scalar.INT, StringType.STRING, StringType.STRING, Scalar.INT));

    ValueType named = OF_PIPELINE.value("key-groups", groups);

    assertThat(named).isInstanceOf(NamedTuple.class);
    assertThat(((NamedTuple) named).fields())
        .extracting(Field::name)
        .containsExactly("group", "oldest", "newest", "keys");
    assertThat(((NamedTuple) named).fields().get(1).type())
        .isEqualTo(new LogicalType(StringType.STRING, Meaning.JSON));
    assertThat(((NamedTuple) OF_JAVA.value("key-groups", groups)).fields().get(1).type())
        .isEqualTo(StringType.STRING);
    assertThat(LogicalType.plain(named)).isEqualTo(groups);
    assertThat(FOREIGN.value("key-groups", groups)).isEqualTo(groups);
  }

  @Test
  void asksOnlyTheOperatorsOwnStates() {
    StateMeanings ofScript = StateMeanings.of(new OperatorMarker("ScriptState", KeyForm.JSON));

    assertThat(ofScript.value("seen-at", Scalar.LONG)).isEqualTo(Scalar.LONG);
    assertThat(ofScript.value("entries", StringType.STRING))
        .isEqualTo(new LogicalType(StringType.STRING, Meaning.JSON));
  }
}
