package io.drey.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether programs that compute the same write the same events, in any order. */
record SameAnswers(Workshop workshop, PrintStream progress) {
  private record Question(Answer answer, Dataset dataset) {
    static Question of(FileJob job) {
      return new Question(job.program().answer(), job.setup().dataset());
    }
  }

  /** Runs every file job of the rows; returns what differs, a line for each. */
  List<String> differences(List<Row> rows) throws IOException, InterruptedException {
    Map<Question, EventBag> answers = new LinkedHashMap<>();
    answers.put(
        new Question(Answer.EVERYTHING, Dataset.MANY_KEYS),
        EventBag.in(workshop.input(Dataset.MANY_KEYS)));
    List<String> differences = new ArrayList<>();
    for (FileJob job : jobs(rows)) {
      EventBag events = answer(job);
      EventBag known = answers.putIfAbsent(Question.of(job), events);
      if (known != null && !known.equals(events)) {
        differences.add(job + ": " + known.difference(events));
      }
      progress.printf("%s: %d events%n", job, events.size());
    }
    return differences;
  }

  private EventBag answer(FileJob job) throws IOException, InterruptedException {
    Path directory = workshop.fresh("trial");
    job.run(workshop, directory);
    return EventBag.in(FileJob.output(directory));
  }

  private static List<FileJob> jobs(List<Row> rows) {
    return rows.stream()
        .flatMap(Row::contenders)
        .filter(FileJob.class::isInstance)
        .map(FileJob.class::cast)
        .distinct()
        .toList();
  }
}
