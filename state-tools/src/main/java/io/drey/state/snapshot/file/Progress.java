// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.file;

import java.util.concurrent.atomic.AtomicLong;

/** How much of a snapshot has been read: updated by one thread, visible to others. */
public final class Progress {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong entries = new AtomicLong();

  /** Adds bytes that were read. */
  public void addBytes(long count) {
    bytes.lazySet(bytes.getPlain() + count);
  }

  /** Adds an entry that was read. */
  public void addEntry() {
    entries.lazySet(entries.getPlain() + 1);
  }

  public long bytes() {
    return bytes.get();
  }

  public long entries() {
    return entries.get();
  }
}
