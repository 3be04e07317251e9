// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;

/** Puts each line into the field {@code line}. */
final class TextLines implements LineParser {
  private static final byte[] NAME = "line".getBytes(US_ASCII);

  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    utf8.check(buffer, from, to);
    object.begin();
    object.name(NAME, 0, NAME.length);
    object.string(buffer, from, to);
    return object.end();
  }
}
