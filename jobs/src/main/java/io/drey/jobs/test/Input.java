// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import io.drey.jobs.yaml.Position;
import java.nio.file.Path;

/** A part of what a source is given. */
public sealed interface Input {
  /** Its place in the test file. */
  Position at();

  /**
   * An event, as if the source had read it.
   *
   * @param json the JSON of the event
   */
  record OfEvent(String json, Position at) implements Input {}

  /** What the source reads in its format: one record or more. */
  record OfText(String text, Position at) implements Input {}

  /** The records of a file, in the format of the source. */
  record OfFile(Path file, Position at) implements Input {}
}
