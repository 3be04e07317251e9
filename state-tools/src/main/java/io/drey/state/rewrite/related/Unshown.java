// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.rewrite.edit.EntryEdit;

/** A change of entries that are not what the user changes. */
@FunctionalInterface
interface Unshown extends EntryEdit {
  @Override
  default boolean hasExamples() {
    return false;
  }
}
