// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.aggregate;

import io.drey.operators.sameness.Timed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aggregate as one would write it over a list. */
final class SequentialAggregate {
  private final AggregateOptions options;

  SequentialAggregate(AggregateOptions options) {
    this.options = options;
  }

  List<String> run(List<Timed<String>> input) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (Timed<String> event : input) {
      for (String window : windows(event.time())) {
        String group = Scores.group(event.value()) + " " + window;
        groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(event.value());
      }
    }
    return groups.entrySet().stream()
        .map(group -> "main " + summary(group.getKey(), group.getValue()))
        .toList();
  }

  private List<String> windows(long time) {
    if (options.every() == null) {
      return List.of(" @ " + Long.MAX_VALUE);
    }
    long every = options.every().toMillis();
    long slide = options.slide() == null ? every : options.slide().toMillis();
    List<String> windows = new ArrayList<>();
    for (long start = Math.floorDiv(time, slide) * slide; start + every > time; start -= slide) {
      windows.add(start + "-" + (start + every) + " @ " + (start + every - 1));
    }
    return windows;
  }

  private static String summary(String group, List<String> events) {
    List<BigDecimal> scores = events.stream().map(Scores::score).filter(Objects::nonNull).toList();
    String measured =
        List.of(
                events.size(),
                scores.size(),
                text(scores.stream().reduce(BigDecimal::add).orElse(null)),
                text(scores.stream().reduce(BigDecimal::max).orElse(null)),
                events.stream()
                    .map(Scores::text)
                    .filter(Objects::nonNull)
                    .sorted()
                    .distinct()
                    .toList())
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    int at = group.indexOf(" @ ");
    return group.substring(0, at) + " " + measured + group.substring(at);
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "null" : number.stripTrailingZeros().toString();
  }
}
