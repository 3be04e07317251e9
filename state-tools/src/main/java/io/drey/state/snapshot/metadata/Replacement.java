// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a part of a snapshot.
 *
 * @param isGiven whether anything does; else the part stays as it is
 * @param value null if the part is left out
 */
public record Replacement<T>(boolean isGiven, @Nullable T value) {
  /** Keeps the part as it is. */
  public static <T> Replacement<T> none() {
    return new Replacement<>(false, null);
  }

  /** Replaces the part, or leaves it out. */
  public static <T> Replacement<T> by(@Nullable T value) {
    return new Replacement<>(true, value);
  }
}
