// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.meaning.StateMeaning;
import io.drey.operators.rule.TimestampedEvent;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The keyed state of sessionize. Changing a name or a type here breaks compatibility with existing
 * savepoints.
 */
public final class SessionizeState {
  /** The type of {@link #session}. */
  public static final TypeInformation<OpenSession> SESSION = Types.POJO(OpenSession.class);

  private SessionizeState() {}

  /** The key's open session, without its events. */
  @StateMeaning(state = "session")
  public static ValueStateDescriptor<OpenSession> session() {
    return new ValueStateDescriptor<>("session", SESSION);
  }

  /** The stored parts of the open session's events, in order of arrival, if any. */
  @StateMeaning(state = "events")
  public static <T> ListStateDescriptor<TimestampedEvent<T>> events(TypeInformation<T> type) {
    return new ListStateDescriptor<>("events", TimestampedEvent.type(type));
  }

  /** The stored part of the event that opened the session, if any. */
  @StateMeaning(state = "opening")
  public static <T> ValueStateDescriptor<T> opening(TypeInformation<T> type) {
    return new ValueStateDescriptor<>("opening", type);
  }
}
