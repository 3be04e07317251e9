// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.plan;

import io.drey.jobs.pipeline.SourceEntry;
import io.drey.jobs.source.kafka.TopicSource;
import io.drey.state.offsets.SourceOffsets;
import io.drey.state.offsets.SplitOffset;
import io.drey.state.offsets.SplitOffset.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a source reads.
 *
 * @param names the topics that are known by name, and how far they are read
 * @param pattern what the names of other topics match; null if there are no others
 */
record SourceInput(Kind kind, Map<String, Extent> names, @Nullable Pattern pattern) {
  /** Where it is read from. A source cannot go on where one of another kind stood. */
  private enum Kind {
    TOPICS("topics"),
    FILES("files"),
    OTHER("what is neither files nor topics");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }
  }

  /** How far a topic is read, from the nearest to the farthest. */
  private enum Extent {
    READ,
    TO_ITS_END,
    FOR_EVER
  }

  /** Returns what a pipeline's source reads; null if there is none. */
  static @Nullable SourceInput of(@Nullable SourceEntry entry) {
    if (entry == null) {
      return null;
    }
    if (!(entry.source() instanceof TopicSource source)) {
      return new SourceInput(
          entry.source().paths().isEmpty() ? Kind.OTHER : Kind.FILES, Map.of(), null);
    }
    String pattern = source.topicPattern();
    List<String> topics = source.topics();
    Map<String, Extent> names = new TreeMap<>();
    if (topics != null) {
      topics.forEach(topic -> names.put(topic, Extent.FOR_EVER));
    }
    return new SourceInput(Kind.TOPICS, names, pattern == null ? null : Pattern.compile(pattern));
  }

  /** Returns what was read; null if that is nothing yet, so that a source begins as it says. */
  static @Nullable SourceInput of(SourceOffsets offsets) {
    if (offsets.offsets().isEmpty()) {
      return null;
    }
    Map<String, Extent> names = new TreeMap<>();
    for (SplitOffset each : offsets.offsets()) {
      String topic = each.split().topic();
      if (topic != null) {
        names.merge(topic, extent(each), (a, b) -> a.compareTo(b) < 0 ? b : a);
      }
    }
    boolean isOfFiles = offsets.offsets().stream().anyMatch(each -> each.split().path() != null);
    Kind other = isOfFiles ? Kind.FILES : Kind.OTHER;
    return new SourceInput(names.isEmpty() ? other : Kind.TOPICS, names, null);
  }

  private static Extent extent(SplitOffset split) {
    if (split.status() == Status.ASSIGNED) {
      return Extent.READ;
    }
    return split.stop() == null ? Extent.FOR_EVER : Extent.TO_ITS_END;
  }

  /** Why a source cannot go on where this one stood; null if it can. */
  @Nullable String obstacle(SourceInput now) {
    return kind == now.kind ? null : "it read " + kind.shown + " and now reads " + now.kind.shown;
  }

  /** Returns a row for each topic that the connector treats otherwise than the source says. */
  List<PlanRow> rows(String operator, SourceInput now) {
    List<PlanRow> rows = new ArrayList<>();
    names.forEach(
        (topic, extent) -> {
          if (now.kind == kind && extent != Extent.READ && !now.has(topic)) {
            rows.add(unnamed(operator, topic, extent));
          }
        });
    for (String topic : now.names.keySet()) {
      if (kind == Kind.TOPICS && !has(topic)) {
        String what = "read from earliest, wherever the source would start";
        rows.add(PlanRow.fine(operator, "topic " + topic, Verdict.NEW, what));
      }
    }
    return rows;
  }

  private static PlanRow unnamed(String operator, String topic, Extent extent) {
    String what =
        "the source no longer names it, but it is read on "
            + (extent == Extent.FOR_EVER ? "for ever" : "to its end");
    return new PlanRow(
        operator,
        "topic " + topic,
        Verdict.ORPHANED,
        Outcome.CARRIED,
        what,
        Remedy.of(MigrationLine.dropTopic(operator, topic)));
  }

  private boolean has(String topic) {
    return names.containsKey(topic) || (pattern != null && pattern.matcher(topic).matches());
  }
}
