// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import io.drey.operators.internal.InvalidForm;
import io.drey.operators.internal.StateForm;
import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** The Flink type of {@link Event}: in state its bytes, on the wire also its key. */
public final class EventTypeInfo extends TypeInformation<Event>
    implements StateForm<Event>, InvalidForm<Event> {
  private static final long serialVersionUID = 1L;

  /** Gives Flink the type of an event that it finds by reflection, as in a record in state. */
  public static final class Factory extends TypeInfoFactory<Event> {
    @Override
    public TypeInformation<Event> createTypeInfo(
        Type type, Map<String, TypeInformation<?>> genericParameters) {
      return STATE;
    }
  }

  /** For state: the event's bytes alone. */
  public static final EventTypeInfo STATE = new EventTypeInfo(false);

  /** For streams: the event's bytes and its key. */
  public static final EventTypeInfo STREAM = new EventTypeInfo(true);

  /** The field with the reason why an event is invalid. */
  private static final String ERROR = "error";

  private final boolean carriesKey;

  private EventTypeInfo(boolean carriesKey) {
    this.carriesKey = carriesKey;
  }

  @Override
  public TypeSerializer<Event> createSerializer(SerializerConfig config) {
    return new EventSerializer(carriesKey);
  }

  @Override
  public TypeInformation<Event> stateType() {
    return STATE;
  }

  @Override
  public Event slim(Event event) {
    return event.bare();
  }

  @Override
  public Event revive(Event stored, Object key) {
    return stored.withKey((String) key);
  }

  @Override
  public Event invalid(Event event, String reason) {
    return event.with(ERROR, reason);
  }

  @Override
  public Class<Event> getTypeClass() {
    return Event.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof EventTypeInfo;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventTypeInfo info && info.carriesKey == carriesKey;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(carriesKey);
  }

  @Override
  public String toString() {
    return "Event";
  }
}
