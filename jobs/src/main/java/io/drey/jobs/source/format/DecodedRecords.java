// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import io.drey.jobs.source.line.ForwardingRecords;
import io.drey.jobs.source.line.RecordReader;

/** The records of a decoded stream, with offsets in the stream as it is. */
final class DecodedRecords extends ForwardingRecords {
  private final DecodedStream stream;
  private final long start;

  /**
   * @param records of the decoded stream, from offset 0
   * @param start the number of bytes before the stream
   */
  DecodedRecords(DecodedStream stream, RecordReader records, long start) {
    super(records);
    this.stream = stream;
    this.start = start;
  }

  @Override
  public long nextOffset() {
    return start + stream.rawOffset(super.nextOffset());
  }
}
