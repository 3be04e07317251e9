package io.drey.state.snapshot.header;

import io.drey.state.snapshot.type.ValueType;
import java.util.Map;

/**
 * What a header says of one state.
 *
 * @param options such as {@code KEYED_STATE_TYPE}
 * @param types by role, such as {@code VALUE_SERIALIZER}
 * @param serializers the classes that wrote them, by role
 */
public record StateHeader(
    String name,
    Backing backing,
    Map<String, String> options,
    Map<String, ValueType> types,
    Map<String, String> serializers) {
  /** What keeps a state. */
  public enum Backing {
    KEY_VALUE,
    OPERATOR,
    BROADCAST,
    PRIORITY_QUEUE,
    /** Keyed state of the asynchronous API. */
    KEY_VALUE_V2
  }
}
