// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.internal.recency;

import org.jspecify.annotations.Nullable;

/** The linked list of keys of one key group: its ends and its length. */
final class KeyGroup<K> {
  final int number;

  @Nullable K oldest;
  @Nullable K newest;
  int count;

  KeyGroup(int number) {
    this.number = number;
  }
}
