// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a job spends its time: samples of Java Flight Recorder, counted by the running method and
 * by the nearest method of Drey in its call stack.
 */
final class Profile {
  private static final int SHOWN = 20;
  private static final String OURS = "io.drey.";

  private final Map<String, Integer> running = new LinkedHashMap<>();
  private final Map<String, Integer> callers = new LinkedHashMap<>();
  private int samples;

  /** Reads a recording. */
  static Profile of(Path recording) throws IOException {
    Profile profile = new Profile();
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample")
            && event.getStackTrace() != null) {
          profile.add(event.getStackTrace().getFrames());
        }
      }
    }
    return profile;
  }

  private void add(List<RecordedFrame> frames) {
    List<String> methods = frames.stream().map(Profile::name).toList();
    samples++;
    running.merge(methods.get(0), 1, Integer::sum);
    methods.stream()
        .filter(method -> method.startsWith(OURS))
        .findFirst()
        .ifPresent(method -> callers.merge(method, 1, Integer::sum));
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  String markdown() {
    return "Samples: "
        + samples
        + ".\n\n"
        + table("method that was running", running)
        + "\n"
        + table("nearest method of Drey", callers);
  }

  private String table(String title, Map<String, Integer> counts) {
    return "| "
        + title
        + " | share |\n| --- | --- |\n"
        + counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN)
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
  }

  private String line(String method, int count) {
    return String.format(Locale.ROOT, "| `%s` | %.1f %% |%n", method, 100.0 * count / samples);
  }
}
