package io.drey.operators.stateful;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The state of the current key, handed out as a copy: what a function does to it is its own affair
 * until it is saved.
 */
final class UserState<S> {
  private final ValueState<S> value;
  private final TypeSerializer<S> serializer;
  private final InitialState<S> initial;

  /** False for state that nobody can change. */
  private final boolean isMutable;

  /** Whether the backend gives the object it was given, as the heap does; known once saved. */
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

  /** What is kept of the key, not to be changed; null for nothing. */
  @Nullable S kept() throws IOException {
    return value.value();
  }

  /** What is kept, or what a new key has, to be changed at will. */
  S lend(@Nullable S kept) {
    if (kept == null) {
      S fresh = initial.make();
      return isMutable ? serializer.copy(fresh) : fresh;
    }
    return isMutable && givesItsOwn ? serializer.copy(kept) : kept;
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
