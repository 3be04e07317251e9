// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.state.rewrite.edit.EntryOutput;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.Entry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries of a derived state, which do not count as removed.
 *
 * @param value takes the place of each value; null if they stay
 */
record Uncounted(EntryOutput out, @Nullable ByteReader value) implements EntryOutput {
  @Override
  public ByteReader canonical(Entry entry) {
    return out.canonical(entry);
  }

  @Override
  public void removed(long items) {}

  @Override
  public void same(Entry entry) throws IOException {
    ByteReader old = out.canonical(entry);
    entry(entry.keyGroup(), entry.key(), entry.namespace(), entry.mapKey(), old);
  }

  @Override
  public void entry(
      int keyGroup, ByteReader key, ByteReader namespace, ByteReader mapKey, ByteReader old)
      throws IOException {
    out.entry(keyGroup, key, namespace, mapKey, value == null ? old : value);
  }
}
