// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.script;

import org.apache.flink.util.OutputTag;

/** The context of the code of a {@link Program}, besides the event. */
public interface Scope<K, R> {
  K key();

  Entries state();

  /** Emits to the main output, when the code has returned. */
  void emit(R record);

  /** Emits to a side output, when the code has returned. */
  <X> void emit(OutputTag<X> tag, X record);
}
