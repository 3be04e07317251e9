// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import java.util.List;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The context of the code of a {@link Program}, besides the event. */
public interface Scope<K, R> {
  K key();

  Entries state();

  /** The timestamp (ms) of the event; null if it has none, and at the end of input. */
  @Nullable Long timestamp();

  /** Emits to the main output, when the code has returned. */
  void emit(R record);

  /**
   * The last events of the key before the current one, newest first, as the texts by which they are
   * remembered; fewer at first. None without a {@link Memory}.
   */
  List<String> lastEvents(int number);

  /** Counts values that the code had no use for, since they are of the wrong kind. */
  void skip(long values);

  /** Emits to a side output, when the code has returned. */
  <X> void emit(OutputTag<X> tag, X record);
}
