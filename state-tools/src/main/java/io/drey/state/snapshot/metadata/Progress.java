package io.drey.state.snapshot.metadata;

import java.util.concurrent.atomic.AtomicLong;

/** How much of a snapshot has been read: one thread reads, others may look. */
public final class Progress {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong entries = new AtomicLong();

  /** Counts bytes of files. */
  void addBytes(long count) {
    bytes.lazySet(bytes.getPlain() + count);
  }

  /** Counts an entry. */
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
