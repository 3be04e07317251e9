// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.single;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far an input that cannot be split was read.
 *
 * @param next the number of lines read, or the index of the next generated event
 * @param times how far the reader has come in event time
 */
public record ReadPosition(long next, ReadTimes times) implements SourceSplit {
  public static final ReadPosition START = new ReadPosition(0, ReadTimes.NONE);

  @Override
  public String splitId() {
    return "all";
  }
}
