// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import io.drey.operators.event.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into records, one after the other: its lines, or whatever else its format
 * takes for a record. What it says of a record holds until it moves on. Not thread-safe.
 */
public interface RecordReader {
  /** What {@link #next} found. */
  enum Found {
    RECORD,
    /** Nothing is available yet. */
    NOTHING,
    /**
     * The stream ended within a record: {@link #takeUnfinished} takes it as it is; a reader that
     * begins at {@link #nextOffset} finds it whole once the rest is there.
     */
    UNFINISHED,
    END
  }

  /** Moves to the next record. After {@code NOTHING} it may be called again. */
  Found next() throws IOException;

  /** Moves to the unfinished record at the end of the stream. */
  void takeUnfinished();

  /** The bytes that hold the record in {@code [from(), to())}. */
  byte[] bytes();

  /** Where the record begins in {@link #bytes}, behind a byte order mark. */
  int from();

  /** Where the record ends, without a line end; of an overlong record this is its beginning. */
  int to();

  /** Whether the record is longer than {@link ByteWindow#LONGEST}. */
  boolean isOverlong();

  /** Why the record is malformed, whatever its bytes are; null if these decide. */
  default @Nullable String problem() {
    return null;
  }

  /** The number of lines before the one on which the record begins. */
  long linesBefore();

  /** The index of the record in a larger whole that begins there; -1 if it is none. */
  default long index() {
    return -1;
  }

  /** Where the record stands in its input: the line on which it begins, and its index. */
  default String place() {
    long line = linesBefore() + 1;
    return index() < 0 ? Long.toString(line) : line + "[" + index() + "]";
  }

  /** The event of the record, with what it takes from the larger whole. */
  default Event whole(Event event) {
    return event;
  }

  /**
   * The offset in the stream at which a reader has to begin to find the next record: behind this
   * one, or where the larger whole begins.
   */
  long nextOffset();

  /** The number of records that it then has to skip. */
  default long nextIndex() {
    return 0;
  }

  /** The number of lines before {@link #nextOffset}. */
  long linesRead();
}
