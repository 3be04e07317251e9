package io.drey.jobs.source;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * The whole of an input that can't be parted, and how far it was read.
 *
 * @param next the number of lines read, or the index of the next event made
 */
record Position(long next) implements SourceSplit {
  static final Position START = new Position(0);

  @Override
  public String splitId() {
    return "all";
  }
}
