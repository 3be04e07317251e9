// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.InputStream;

/** Cuts a stream of bytes into lines. */
public final class LineBuffer extends WindowRecords {
  /**
   * Begins where a stream is.
   *
   * @param in may return 0 from a bulk read where no bytes are available yet
   */
  public LineBuffer(InputStream in, StreamPosition start) {
    super(in, start);
  }

  @Override
  protected boolean scan() {
    int limit = window.limit();
    int newline = ByteSearch.find('\n', window.bytes(), window.scanned(), limit);
    if (newline < limit) {
      return endsAt(newline, newline + 1, linesBefore() + 1);
    }
    window.scanned(limit);
    return false;
  }

  @Override
  public void takeUnfinished() {
    boolean unused = endsAt(window.limit(), window.limit(), linesBefore() + 1);
  }
}
