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
    return isHash(to.value())
        ? new OperatorId(to.value(), null, old.name())
        : ofUid(to.value(), old);
  }

  static OperatorId ofUid(String uid, OperatorId old) {
    return new OperatorId(OperatorId.ofUid(uid, "").hash(), uid, old.name());
  }

  static boolean isHash(String name) {
    return name.matches(HASH);
  }
}
