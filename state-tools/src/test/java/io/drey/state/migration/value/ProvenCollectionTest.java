// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.state.json.Original;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.type.AnyObject;
import io.drey.state.snapshot.type.HeldClasses;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.value.UnfitValueException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenCollectionTest {
  private static final Conversion PROVEN =
      new ProvenCollection(new OneDouble(), FieldTypes.ofField(SequenceType.list(Scalar.DOUBLE)));

  @Test
  void passesWhatStaysTheSame() {
    Object value = Original.of(List.of(new BigDecimal("0.5")), new OneDouble(), new byte[] {1});

    assertThat(PROVEN.of(value)).isSameAs(value);
    assertThat(PROVEN.of(null)).isNull();
  }

  /** As a decimal number, zero has no sign. */
  @Test
  void refusesWhatWouldChange() {
    Object value = Original.of(List.of(new BigDecimal("-0.0")), new OneDouble(), new byte[] {0});

    assertThatThrownBy(() -> PROVEN.of(value))
        .isInstanceOf(UnfitValueException.class)
        .hasMessage("must be a List<Double> to the last digit but was a list of 1");
  }

  /** A list of 0.5, or of the negative zero. */
  private record OneDouble() implements AnyObject {
    @Override
    public String text() {
      return "OneDouble";
    }

    @Override
    public String className() {
      return "java.util.List";
    }

    @Override
    public void look(ByteReader in, HeldClasses held) {
      held.addValue("java.lang.Double");
    }

    @Override
    public void skipClass(ByteReader in) {
      throw in.malformed("no class");
    }

    @Override
    public boolean isClassKnown(ByteReader in) {
      return false;
    }

    @Override
    public void skip(ByteReader in) {
      in.skip(1);
    }

    @Override
    public void write(ByteReader in, ValueSink out) {
      out.beginArray();
      out.number(in.readByte() == 0 ? -0.0 : 0.5);
      out.endArray();
    }
  }
}
