// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import java.util.Locale;

/** What happens to an operator or a state when the job starts. */
public enum Verdict {
  KEPT,
  NEW,
  /** Flink migrates its values to the new serializer. */
  MIGRATED,
  /** Only the code of its serializer can tell whether Flink refuses it. */
  UNKNOWN,
  INCOMPATIBLE,
  /** Its operator is kept but no longer declares it: carried for ever, never read. */
  ORPHANED,
  /** Its operator is kept but no longer keyed: Flink silently drops the state. */
  LOST,
  GONE,
  PROBABLY_RENAMED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
