package io.drey.state.diff;

import io.drey.state.json.JsonWriter;

/** Is told what differs, as soon as it is known. */
public interface DiffSink {
  /**
   * An entry that differs.
   *
   * @param row one object with a line feed at its end: {@code change}, {@code operator}, {@code
   *     state}, what an entry goes by, {@code old} and {@code new}; emptied by the caller
   */
  void entry(JsonWriter row);

  /** A state that differs, after its entries; or an operator, after its states. */
  void state(StateChange change);

  /** Whether nobody wants to be told more. */
  boolean isClosed();
}
