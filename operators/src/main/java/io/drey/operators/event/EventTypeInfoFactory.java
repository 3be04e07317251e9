// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Gives Flink the type of an {@link Event} that it finds by reflection, as in a record in state:
 * {@link EventTypeInfo#STATE}.
 */
public final class EventTypeInfoFactory extends TypeInfoFactory<Event> {
  @Override
  public TypeInformation<Event> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return EventTypeInfo.STATE;
  }
}
