// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.drey.operators.aggregate.measure.PartialMeasure;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;

/** What is kept and sent is described by the savepoint itself. */
class AggregateStateTest {
  @Test
  void keepsPojosWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(PartialMeasure.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenWindow.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(OpenSpan.class);
    for (TypeInformation<?> type :
        new TypeInformation<?>[] {
          PartialMeasure.TYPE, OpenWindow.TYPE, OpenSpan.TYPE, Partial.type(Types.STRING)
        }) {
      assertThatCode(() -> serializer(type)).doesNotThrowAnyException();
      assertThat(serializer(type)).isInstanceOf(PojoSerializer.class);
    }
  }

  @Test
  void isNamedForLife() {
    assertThat(AggregateState.windows().getName()).isEqualTo("windows");
    assertThat(AggregateState.panes().getName()).isEqualTo("panes");
    assertThat(AggregateState.span().getName()).isEqualTo("span");
  }

  private static Object serializer(TypeInformation<?> type) {
    Configuration strict = new Configuration();
    strict.set(PipelineOptions.GENERIC_TYPES, false);
    return type.createSerializer(new SerializerConfigImpl(strict));
  }
}
