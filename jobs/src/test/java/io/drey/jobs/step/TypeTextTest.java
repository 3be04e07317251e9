// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.rule.TimestampedEvent;
import org.apache.flink.api.common.typeinfo.Types;
import org.junit.jupiter.api.Test;

class TypeTextTest {
  @Test
  void namesFieldsAndElementsAtAnyDepth() {
    assertThat(TypeText.of(Types.LONG)).isEqualTo("Long");
    assertThat(TypeText.of(EventTypeInfo.STATE)).isEqualTo("Event");
    assertThat(TypeText.of(Types.LIST(TimestampedEvent.type(EventTypeInfo.STATE))))
        .isEqualTo("List<TimestampedEvent(at: Long, event: Event)>");
    assertThat(TypeText.of(Types.MAP(Types.STRING, TimestampedEvent.type(Types.LIST(Types.INT)))))
        .isEqualTo("Map<String, TimestampedEvent(at: Long, event: List<Integer>)>");
    assertThat(TypeText.of(Types.SET(Types.OBJECT_ARRAY(TimestampedEvent.type(Types.INT)))))
        .isEqualTo("Set<TimestampedEvent(at: Long, event: Integer)[]>");
  }
}
