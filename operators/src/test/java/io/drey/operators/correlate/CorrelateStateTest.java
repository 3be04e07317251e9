// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.EventTypeInfo;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.junit.jupiter.api.Test;

class CorrelateStateTest {
  @Test
  void describesItselfToWhoReadsASavepoint() {
    assertThat(serializer(PendingExchanges.type(EventTypeInfo.STATE)))
        .isInstanceOf(PojoSerializer.class);
    assertThat(serializer(Unmatched.type(EventTypeInfo.STREAM))).isInstanceOf(PojoSerializer.class);
  }

  private static Object serializer(TypeInformation<?> type) {
    SerializerConfigImpl config = new SerializerConfigImpl();
    config.setGenericTypes(false);
    return type.createSerializer(config);
  }
}
