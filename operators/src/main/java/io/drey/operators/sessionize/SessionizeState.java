package io.drey.operators.sessionize;

import io.drey.operators.rule.TimestampedEvent;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What sessionize keeps per key. Changing a name or a type here breaks the savepoints taken so far.
 */
public final class SessionizeState {
  /** The type of {@link #session}. */
  public static final TypeInformation<OpenSession> SESSION = Types.POJO(OpenSession.class);

  private SessionizeState() {}

  /** The key's open session, without its events. */
  public static ValueStateDescriptor<OpenSession> session() {
    return new ValueStateDescriptor<>("session", SESSION);
  }

  /** What is kept of the open session's events, as they arrived, if anything is. */
  public static <T> ListStateDescriptor<TimestampedEvent<T>> events(TypeInformation<T> type) {
    return new ListStateDescriptor<>("events", TimestampedEvent.type(type));
  }

  /** What is kept of the event that opened the session, if anything is. */
  public static <T> ValueStateDescriptor<T> opening(TypeInformation<T> type) {
    return new ValueStateDescriptor<>("opening", type);
  }
}
