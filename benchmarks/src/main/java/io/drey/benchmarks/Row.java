// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table: one contender beside another.
 *
 * @param reference null where the figure stands alone
 */
record Row(
    String name, String conditions, Contender subject, @Nullable Contender reference, Bar bar) {

  Stream<Contender> contenders() {
    return reference == null ? Stream.of(subject) : Stream.of(subject, reference);
  }

  static Row of(String name, FileJob job) {
    return new Row(name, job.setup().toString(), job, null, Bar.NONE);
  }

  static Row of(String name, FileJob job, FileJob reference, Bar bar) {
    return new Row(name, job.setup().toString(), job, reference, bar);
  }
}
