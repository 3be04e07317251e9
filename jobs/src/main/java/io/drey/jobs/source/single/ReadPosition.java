package io.drey.jobs.source.single;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole of an input that can't be parted, and how far it was read.
 *
 * @param next the number of lines read, or the index of the next event made
 */
public record ReadPosition(long next) implements SourceSplit {
  public static final ReadPosition START = new ReadPosition(0);

  @Override
  public String splitId() {
    return "all";
  }
}
