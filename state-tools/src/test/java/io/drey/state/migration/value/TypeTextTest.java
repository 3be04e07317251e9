// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTextTest {
  private static final String KNOWN =
      "known: Boolean, Byte, Short, Int, Long, Float, Double, Char, String, BigInteger, BigDecimal,"
          + " Byte[], Date, SqlDate, SqlTime, SqlTimestamp, Instant, LocalDate, LocalTime,"
          + " LocalDateTime, List<…>, Set<…>, Map<…, …>)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Boolean",
        "Byte",
        "Short",
        "Int",
        "Long",
        "Float",
        "Double",
        "Char",
        "String",
        "BigInteger",
        "BigDecimal",
        "Byte[]",
        "Date",
        "SqlDate",
        "SqlTime",
        "SqlTimestamp",
        "Instant",
        "LocalDate",
        "LocalTime",
        "LocalDateTime",
        "List<String>",
        "Set<Long>",
        "Map<String, Long>",
        "Map<String, Map<Long, List<Set<Instant>>>>"
      })
  void readsWhatIsShown(String text) {
    assertThat(TypeText.parse(text).text()).isEqualTo(text);
  }

  @Test
  void meansTheUsualSerializers() {
    assertThat(TypeText.parse("Long")).isEqualTo(Scalar.LONG);
    assertThat(TypeText.parse("Byte[]")).isEqualTo(BytesType.BYTES);
    assertThat(TypeText.parse(" List< String > ")).isEqualTo(SequenceType.list(StringType.STRING));
    assertThat(TypeText.parse("Set<Int>")).isEqualTo(SequenceType.set(Scalar.INT));
    assertThat(TypeText.parse("Map<String,Long>"))
        .isEqualTo(new MapType(StringType.STRING, Scalar.LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Account", "List<>", "Map<String>", "List<String, Long>", "Long[]"})
  void rejectsOthers(String text) {
    assertThatThrownBy(() -> TypeText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Unknown type '")
        .hasMessageEndingWith(KNOWN);
  }

  @Test
  void guessesWhatIsMeant() {
    assertThatThrownBy(() -> TypeText.parse("Integer"))
        .hasMessage("Unknown type 'Integer' (did you mean 'BigInteger'? " + KNOWN);
    assertThatThrownBy(() -> TypeText.parse("List<Sting>"))
        .hasMessage("Unknown type 'Sting' (did you mean 'String'? " + KNOWN);
  }
}
