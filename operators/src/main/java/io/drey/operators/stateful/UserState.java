// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The state of the current key, handed out as a copy, so that changes by a function have no effect
 * until they are saved.
 */
final class UserState<S> {
  private final ValueState<S> value;
  private final TypeSerializer<S> serializer;
  private final InitialState<S> initial;

  /** False for immutable state. */
  private final boolean isMutable;

  /**
   * Whether the backend returns the same object that was stored, as the heap does; known after the
   * first save.
   */
  private boolean givesItsOwn = true;

  private boolean isKnown;

  UserState(
      ValueState<S> value,
      TypeSerializer<S> serializer,
      InitialState<S> initial,
      boolean isMutable) {
    this.value = value;
    this.serializer = serializer;
    this.initial = initial;
    this.isMutable = isMutable;
  }

  /** The state of the key, not to be changed; null if there is none. */
  @Nullable S stored() throws IOException {
    return value.value();
  }

  /** The state of the key, or the initial state, to be changed at will. */
  S lend(@Nullable S stored) {
    if (stored == null) {
      S fresh = initial.make();
      return isMutable ? serializer.copy(fresh) : fresh;
    }
    return isMutable && givesItsOwn ? serializer.copy(stored) : stored;
  }

  void save(S state) throws IOException {
    value.update(state);
    if (!isKnown) {
      S now = value.value();
      isKnown = now != null;
      givesItsOwn = now == null || now == state;
    }
  }

  void clear() {
    value.clear();
  }
}
