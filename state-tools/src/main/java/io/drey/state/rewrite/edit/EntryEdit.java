// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.keyed.Entry;
import java.io.IOException;

/** What becomes of the entries of a state. */
@FunctionalInterface
public interface EntryEdit {
  /** Keeps every entry as it is. */
  EntryEdit KEEP = (entry, out) -> out.same(entry);

  /** Writes what takes the place of an entry, if anything does. */
  void edit(Entry entry, EntryOutput out) throws IOException;

  /** Writes what is made of several entries, after the last one of a run of the state's entries. */
  default void end(EntryOutput out) throws IOException {}

  /** Whether entries are shown as examples, before and after. */
  default boolean hasExamples() {
    return true;
  }
}
