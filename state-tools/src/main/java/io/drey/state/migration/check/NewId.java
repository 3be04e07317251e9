// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.state.migration.OperatorChange;
import io.drey.state.migration.Placed;
import io.drey.state.snapshot.metadata.OperatorId;
import org.jspecify.annotations.Nullable;

/** The identities of operators that are renamed. */
final class NewId {
  private static final String HASH = "[0-9a-f]{32}";

  private NewId() {}

  /** The identity of an operator afterwards; a new name that looks like a hash is one. */
  static OperatorId of(OperatorId old, @Nullable OperatorChange change) {
    Placed<String> to = change == null ? null : change.renameTo();
    if (to == null) {
      return old;
    }
    return to.value().matches(HASH)
        ? new OperatorId(to.value(), null, old.name())
        : new OperatorId(OperatorId.ofUid(to.value(), "").hash(), to.value(), old.name());
  }
}
