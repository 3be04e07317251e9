// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.yaml;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that other tools have for what a pipeline file says in words of its own. */
final class OtherWords {
  private static final Map<String, List<String>> MEANINGS =
      Map.ofEntries(
          // parts of a pipeline
          entry("input", List.of("sources", "from", "path")),
          entry("inputs", List.of("sources", "from")),
          entry("source", List.of("sources", "from")),
          entry("output", List.of("sinks")),
          entry("outputs", List.of("sinks")),
          entry("processors", List.of("steps")),
          entry("transforms", List.of("steps")),
          entry("pipeline", List.of("steps")),
          entry("file", List.of("path")),
          entry("paths", List.of("path")),
          entry("codec", List.of("format")),
          // operators
          entry("assign", List.of("set")),
          entry("buffer", List.of("batch")),
          entry("chunk", List.of("batch")),
          entry("debounce", List.of("deduplicate", "rate-limit")),
          entry("dedup", List.of("deduplicate")),
          entry("dedupe", List.of("deduplicate")),
          entry("distinct", List.of("deduplicate")),
          entry("drop", List.of("drop-fields", "filter")),
          entry("fsm", List.of("state-machine")),
          entry("gaps", List.of("detect-gaps")),
          entry("grep", List.of("filter")),
          entry("enrich", List.of("lookup")),
          entry("join", List.of("correlate", "lookup")),
          entry("map", List.of("set")),
          entry("mutate", List.of("set")),
          entry("pair", List.of("correlate")),
          entry("project", List.of("select")),
          entry("reduce", List.of("aggregate")),
          entry("remove", List.of("drop-fields")),
          entry("sample", List.of("rate-limit")),
          entry("session", List.of("sessionize")),
          entry("sessions", List.of("sessionize")),
          entry("stats", List.of("aggregate")),
          entry("summarize", List.of("aggregate")),
          entry("throttle", List.of("rate-limit")),
          entry("uniq", List.of("deduplicate")),
          entry("unique", List.of("deduplicate")),
          entry("translate", List.of("lookup")),
          entry("where", List.of("filter")),
          // options
          entry("allowed-lateness", List.of("out-of-orderness")),
          entry("argmax", List.of("max-by")),
          entry("argmin", List.of("min-by")),
          entry("average", List.of("avg")),
          entry("delay", List.of("out-of-orderness")),
          entry("expire", List.of("ttl", "timeout")),
          entry("field", List.of("key")),
          entry("fields", List.of("key", "by", "field")),
          entry("group", List.of("key", "by")),
          entry("group-by", List.of("key", "by")),
          entry("hop", List.of("slide")),
          entry("interval", List.of("every", "per")),
          entry("key-by", List.of("key", "by")),
          entry("keys", List.of("key", "by")),
          entry("lateness", List.of("out-of-orderness")),
          entry("list", List.of("collect")),
          entry("mean", List.of("avg")),
          entry("median", List.of("percentiles")),
          entry("partition-by", List.of("key", "by")),
          entry("period", List.of("per", "every")),
          entry("std", List.of("stddev")),
          entry("timestamp", List.of("time", "field")),
          entry("timezone", List.of("zone")),
          entry("tz", List.of("zone")),
          entry("watermark", List.of("out-of-orderness")),
          entry("window", List.of("every", "per", "ttl", "gap", "timeout")),
          entry("workers", List.of("parallelism")));

  private OtherWords() {}

  /** The known word that means the same; null if there is none. */
  static @Nullable String meaning(String word, Collection<String> known) {
    String kebab = word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return MEANINGS.getOrDefault(kebab, List.of()).stream()
        .filter(known::contains)
        .findFirst()
        .orElse(null);
  }
}
