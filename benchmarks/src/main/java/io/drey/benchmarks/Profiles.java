// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes a profile of the job that each row is about. */
record Profiles(Workshop workshop, PrintStream progress) {
  void write(List<Row> rows, Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    for (Row row : rows) {
      if (row.subject() instanceof Profiled subject) {
        Path file = directory.resolve(name(subject) + ".md");
        Files.writeString(file, markdown(row, subject));
        progress.println(file);
      }
    }
  }

  private static String name(Profiled subject) {
    return subject.profile().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private String markdown(Row row, Profiled subject) throws IOException, InterruptedException {
    Path trial = workshop.fresh("trial");
    Path recording = trial.resolve("recording.jfr");
    subject.run(
        workshop,
        trial,
        List.of("-XX:StartFlightRecording=settings=profile,filename=" + recording));
    String text =
        """
        # %s (%s)

        `benchmarks/run.sh --profile` wrote this: %,d events, %s.

        %s"""
            .formatted(
                row.name(),
                row.conditions(),
                workshop.events(),
                Machine.describe(),
                Profile.of(recording).markdown());
    Workshop.delete(trial);
    return text;
  }
}
