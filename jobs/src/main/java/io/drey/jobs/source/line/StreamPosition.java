// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.line;

/**
 * Where a reader of records begins.
 *
 * @param offset the number of bytes of the stream before it
 * @param lines the number of lines before it
 * @param index the number of records to skip there, which are inside of a larger whole
 */
public record StreamPosition(long offset, long lines, long index) {
  public static final StreamPosition START = new StreamPosition(0, 0, 0);
}
