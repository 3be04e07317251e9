// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import org.jspecify.annotations.Nullable;

/**
 * The state of one subtask.
 *
 * @param isFinished whether it had finished, and so has no state
 * @param inFlightBytes the bytes of in-flight events that an unaligned checkpoint holds
 * @param ranges where the metadata has all of that; null if the subtask had finished
 */
public record SubtaskSnapshot(
    int index,
    boolean isFinished,
    @Nullable OperatorHandle managedOperator,
    @Nullable OperatorHandle rawOperator,
    @Nullable KeyedHandle managedKeyed,
    @Nullable KeyedHandle rawKeyed,
    long inFlightBytes,
    @Nullable SubtaskRanges ranges) {
  static SubtaskSnapshot finished(int index) {
    return new SubtaskSnapshot(index, true, null, null, null, null, 0, null);
  }

  boolean hasState() {
    return managedKeyed != null
        || rawKeyed != null
        || managedOperator != null
        || rawOperator != null
        || inFlightBytes > 0;
  }

  public long bytes() {
    return bytes(managedKeyed)
        + bytes(rawKeyed)
        + bytes(managedOperator)
        + bytes(rawOperator)
        + inFlightBytes;
  }

  private static long bytes(@Nullable KeyedHandle handle) {
    return handle == null ? 0 : handle.bytes();
  }

  private static long bytes(@Nullable OperatorHandle handle) {
    return handle == null ? 0 : handle.file().length();
  }
}
