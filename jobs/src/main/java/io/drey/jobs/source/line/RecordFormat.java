// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

import java.io.InputStream;

/** How the bytes of an input are cut into records, and what these mean. */
public interface RecordFormat {
  /**
   * Cuts a stream into records.
   *
   * @param input its name
   */
  RecordReader reader(InputStream in, StreamPosition start, String input);

  /**
   * Reads the records of one input, from its start.
   *
   * @param input its name
   */
  LineParser parser(String input);
}
