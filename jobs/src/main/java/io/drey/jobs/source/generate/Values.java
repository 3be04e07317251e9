// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.generate;

import io.drey.jobs.source.line.ObjectBuilder;

/** The values of one generated field. */
interface Values {
  /**
   * Writes a value: always the same one for the same arguments.
   *
   * @param index of the event, from 0
   * @param random 64 random bits, different for each event and field
   */
  void write(long index, long random, ObjectBuilder object);
}
