// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.content;

import static io.drey.jobs.source.content.Fingerprint.WINDOW;

/** Takes the fingerprint of a content as it is read. */
final class Fingerprinter {
  private final byte[] head = new byte[WINDOW];

  /** The last bytes, as a ring: byte {@code i} of the content is at {@code i % WINDOW}. */
  private final byte[] tail = new byte[WINDOW];

  private long length;

  void reset() {
    length = 0;
  }

  /**
   * Leaves bytes out, which are neither in the head nor in the tail when the fingerprint is taken.
   */
  void skip(long bytes) {
    length += bytes;
  }

  void add(byte[] bytes, int from, int count) {
    if (length < WINDOW) {
      int missing = (int) Math.min(WINDOW - length, count);
      System.arraycopy(bytes, from, head, (int) length, missing);
    }
    int dropped = Math.max(0, count - WINDOW);
    length += dropped;
    addToTail(bytes, from + dropped, count - dropped);
  }

  private void addToTail(byte[] bytes, int from, int count) {
    int at = (int) (length % WINDOW);
    int before = Math.min(count, WINDOW - at);
    System.arraycopy(bytes, from, tail, at, before);
    System.arraycopy(bytes, from + before, tail, 0, count - before);
    length += count;
  }

  /** The number of bytes so far. */
  long length() {
    return length;
  }

  Fingerprint fingerprint() {
    if (length == 0) {
      return Fingerprint.NONE;
    }
    if (length <= WINDOW) {
      long all = Fingerprint.hash(head, (int) length);
      return new Fingerprint(length, all, all);
    }
    byte[] last = new byte[WINDOW];
    int at = (int) (length % WINDOW);
    System.arraycopy(tail, at, last, 0, WINDOW - at);
    System.arraycopy(tail, 0, last, WINDOW - at, at);
    return new Fingerprint(length, Fingerprint.hash(head, WINDOW), Fingerprint.hash(last, WINDOW));
  }
}
