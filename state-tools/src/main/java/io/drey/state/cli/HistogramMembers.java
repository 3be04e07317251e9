// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.state.inspect.Histograms;
import io.drey.state.inspect.TimeHistogram;
import io.drey.state.json.JsonMembers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes the histograms of a state as members of its object. */
final class HistogramMembers {
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ENTRIES = "entries";

  private HistogramMembers() {}

  static void write(@Nullable Histograms histograms, JsonMembers members) {
    if (histograms == null) {
      return;
    }
    write("entries_of_key_groups", histograms.entriesOfGroups(), members);
    write("bytes_of_key_groups", histograms.bytesOfGroups(), members);
    members.json().name("sizes");
    members.json().beginArray();
    for (Histograms.SizeBar bar : histograms.sizes()) {
      members.json().beginObject();
      members.number(FROM, bar.from());
      members.number(TO, bar.to());
      members.number(ENTRIES, bar.count());
      members.json().endObject();
    }
    members.json().endArray();
    write("last_access", histograms.accesses(), members);
    write("due", histograms.due(), members);
  }

  private static void write(String name, long[] numbers, JsonMembers members) {
    members.json().name(name);
    members.json().beginArray();
    for (long number : numbers) {
      members.json().number(number);
    }
    members.json().endArray();
  }

  /** Nothing where no entry has such a time. */
  private static void write(String name, TimeHistogram times, JsonMembers members) {
    if (times.bars().isEmpty()) {
      return;
    }
    members.json().name(name);
    members.json().beginArray();
    for (TimeHistogram.Bar bar : times.bars()) {
      members.json().beginObject();
      members.text(FROM, Instant.ofEpochMilli(bar.from()).toString());
      members.text(TO, Instant.ofEpochMilli(bar.to()).toString());
      members.number(ENTRIES, bar.count());
      members.json().endObject();
    }
    members.json().endArray();
  }
}
