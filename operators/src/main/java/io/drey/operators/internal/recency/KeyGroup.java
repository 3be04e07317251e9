package io.drey.operators.internal.recency;

import org.jspecify.annotations.Nullable;

/** The linked keys of one key group: where the links begin and end, and how many keys there are. */
final class KeyGroup<K> {
  final int number;

  @Nullable K oldest;
  @Nullable K newest;
  int count;

  KeyGroup(int number) {
    this.number = number;
  }
}
