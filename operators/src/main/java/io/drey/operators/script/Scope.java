package io.drey.operators.script;

import org.apache.flink.util.OutputTag;

/** What the code of a {@link Program} sees besides the event. */
public interface Scope<K, R> {
  K key();

  Entries state();

  /** Emits to the main output, when the code has returned. */
  void emit(R record);

  /** Emits to a named output, when the code has returned. */
  <X> void emit(OutputTag<X> tag, X record);
}
