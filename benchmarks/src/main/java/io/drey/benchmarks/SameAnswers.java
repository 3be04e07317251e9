// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether programs that compute the same write the same events, in any order. */
record SameAnswers(Workshop workshop, PrintStream progress) {
  /** Runs all of the rows that have an answer; returns what differs, a line for each. */
  List<String> differences(List<Row> rows) throws IOException, InterruptedException {
    Map<Object, EventBag> answers = new LinkedHashMap<>();
    answers.put(
        new FileJob.Question(Answer.EVERYTHING, Dataset.MANY_KEYS),
        EventBag.in(workshop.input(Dataset.MANY_KEYS)));
    List<String> differences = new ArrayList<>();
    for (Answering contender : answering(rows)) {
      EventBag events = contender.answer(workshop);
      EventBag known = answers.putIfAbsent(contender.question(), events);
      if (known != null && !known.equals(events)) {
        differences.add(contender + ": " + known.difference(events));
      }
      progress.printf("%s: %d events%n", contender, events.size());
    }
    return differences;
  }

  private static List<Answering> answering(List<Row> rows) {
    return rows.stream()
        .flatMap(Row::contenders)
        .filter(Answering.class::isInstance)
        .map(Answering.class::cast)
        .distinct()
        .toList();
  }
}
