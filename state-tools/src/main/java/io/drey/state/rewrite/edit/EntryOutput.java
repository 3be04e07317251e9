// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.edit;

import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import java.io.IOException;

/** Takes the entries of a state that is written, encoded as in a canonical file. */
public interface EntryOutput {
  /** Returns the value of an entry of the source as it is in a canonical file. */
  ByteReader canonical(Entry entry);

  /** Counts values, elements of lists or entries of maps that were removed. */
  void removed(long items);

  /** Writes an entry of the source. */
  void same(Entry entry) throws IOException;

  /** Writes an entry. */
  void entry(
      int keyGroup, ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader value)
      throws IOException;
}
