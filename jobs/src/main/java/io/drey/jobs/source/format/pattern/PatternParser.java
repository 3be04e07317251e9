// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.ObjectBuilder;
import io.drey.jobs.source.line.Utf8Text;
import io.drey.operators.event.Event;
import java.util.List;

/** Makes fields of the named groups of the first pattern that matches a record. */
public final class PatternParser implements LineParser {
  private static final byte DASH = '-';

  private final List<NamedGroups> patterns;
  private final boolean dashIsAbsent;
  private final Utf8Text utf8 = new Utf8Text();
  private final ObjectBuilder object = new ObjectBuilder();

  private PatternParser(List<String> patterns, boolean dashIsAbsent) {
    this.patterns = patterns.stream().map(NamedGroups::of).toList();
    this.dashIsAbsent = dashIsAbsent;
  }

  /** Reads records by the name of a preset, or else by a regular expression. */
  public static PatternParser of(String pattern) {
    Preset preset = Presets.all().get(pattern);
    return preset == null
        ? new PatternParser(List.of(pattern), false)
        : new PatternParser(preset.patterns(), true);
  }

  @Override
  public Event parse(byte[] buffer, int from, int to) throws MalformedLineException {
    utf8.check(buffer, from, to);
    for (NamedGroups groups : patterns) {
      if (groups.pattern().find(buffer, from, to)) {
        object.begin();
        groups.write(buffer, dashIsAbsent ? DASH : 0, object);
        return object.end();
      }
    }
    throw new MalformedLineException("Does not match the pattern");
  }
}
