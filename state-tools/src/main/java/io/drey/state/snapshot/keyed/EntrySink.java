// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.keyed;

import io.drey.state.snapshot.bytes.ByteReader;
import java.io.IOException;

/** Takes encoded entries of numbered states. */
public interface EntrySink {
  /**
   * Adds an entry.
   *
   * @param number the number of the state in the header
   * @param value as {@link Entry#value} is in a canonical file
   * @return the number of bytes of the entry
   */
  int add(
      int keyGroup,
      int number,
      KeyedState state,
      ByteReader key,
      ByteReader namespace,
      ByteReader mapKey,
      ByteReader value)
      throws IOException;
}
