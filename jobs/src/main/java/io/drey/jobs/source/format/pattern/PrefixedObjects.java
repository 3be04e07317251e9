// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object behind a prefix, the named groups of which become fields of the event. A
 * field of the object of that name is replaced.
 */
public final class PrefixedObjects implements LineParser {
  private final NamedGroups prefix;
  private final LineParser objects;
  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder builder = new ObjectBuilder();

  public PrefixedObjects(String prefix, LineParser objects) {
    this.prefix = NamedGroups.of(prefix);
    this.objects = objects;
  }

  @Override
  public @Nullable Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    utf8.check(buffer, from, to);
    if (!prefix.pattern().find(buffer, from, to) || prefix.pattern().start(0) != from) {
      throw new MalformedLineException("Does not begin with the prefix");
    }
    builder.begin();
    prefix.write(buffer, (byte) 0, builder);
    Event fields = builder.end();
    Event event = objects.parse(buffer, prefix.pattern().end(0), to);
    List<String> names = fields.names();
    for (int i = 0; event != null && i < names.size(); i++) {
      event = event.with(names.get(i), fields.valueAt(i));
    }
    return event;
  }
}
