// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.serializer;

/** Where the bodies of unknown serializer snapshots end, as far as that has been found out. */
@FunctionalInterface
public interface UnknownEnds {
  /** Says of no body where it ends. */
  long NOT_FOUND = -1;

  UnknownEnds NONE = start -> NOT_FOUND;

  /** Returns the end of the body that starts there, or {@link #NOT_FOUND}; both in the file. */
  long of(long start);
}
