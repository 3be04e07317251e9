package io.drey.state.snapshot.type;

import io.drey.state.json.JsonWriter;
import io.drey.state.snapshot.bytes.ByteReader;

/**
 * How the values of one serializer lie in bytes, and what they are in JSON. Nothing here loads a
 * class of the job's.
 */
public interface ValueType {
  int VARIABLE = -1;

  /** The type as it is shown: {@code Account{balance: Long, tags: List<String>}}. */
  String text();

  /**
   * Passes one value.
   *
   * @throws UndecodableException if only the job's classes know where it ends
   */
  void skip(ByteReader in);

  /**
   * Writes one value as JSON.
   *
   * @throws UndecodableException if only the job's classes know what it is
   */
  void write(ByteReader in, JsonWriter json);

  /** How many bytes each value takes, or {@link #VARIABLE}: it decides the layout of keys. */
  default int size() {
    return VARIABLE;
  }

  /** Whether it is the type of the only namespace of a state without namespaces. */
  default boolean isNothing() {
    return false;
  }

  /** The type without what Flink wraps round it for nulls and for changes of TTL. */
  default ValueType bare() {
    return this;
  }
}
