// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.TimeOptions;
import io.drey.jobs.text.DurationText;
import io.drey.jobs.text.TextFit;
import io.drey.jobs.yaml.YamlText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a pipeline file with comments. */
final class InitText {
  private static final int WIDTH = 100;
  private static final int MOST_FIELDS = 40;
  private static final int LONGEST_NAME = 30;
  private static final Duration LARGEST_DISORDER = Duration.ofHours(1);

  private final Findings findings;
  private final List<String> paths;
  private final List<String> lines = new ArrayList<>();

  private InitText(Findings findings, List<String> paths) {
    this.findings = findings;
    this.paths = paths;
  }

  /**
   * The lines of the file.
   *
   * @param paths as they are given; none for standard input
   */
  static List<String> of(Findings findings, List<String> paths) {
    InitText text = new InitText(findings, paths);
    text.found();
    text.pipeline();
    text.steps(Suggestions.of(findings.fields(), findings.time()));
    return text.lines;
  }

  private void found() {
    Reading reading = findings.reading();
    int events = reading.events().size();
    comment(
        String.format(
            Locale.ROOT,
            "Written by drey init, which looked at the first %s of %s.",
            events == 1 ? "event" : String.format(Locale.ROOT, "%,d events", events),
            paths.isEmpty() ? "standard input" : String.join(", ", paths)));
    comment("Format: " + reading.candidate().name() + ".");
    if (findings.sample().encoding() != null) {
      comment("Encoding: " + findings.sample().encoding() + ", since it is no UTF-8.");
    }
    String malformed = reading.firstMalformed();
    if (malformed != null) {
      comment(
          String.format(
              Locale.ROOT,
              "Not read: %,d malformed %s; the first: %s",
              reading.malformed(),
              reading.malformed() == 1 ? "record" : "records",
              malformed));
    }
    time();
    fields();
  }

  private void time() {
    FoundTime time = findings.time();
    if (time == null) {
      comment(
          "Time: not found. No field holds one in every event that Drey can read; steps that need one"
              + " take 'time: {field: NAME}' in the source, perhaps with 'format', 'unit' or 'zone'.");
      return;
    }
    TimeOptions options = time.options();
    String order =
        time.lateness() == 0
            ? "events are in its order."
            : "up to " + DurationText.of(Duration.ofMillis(time.lateness())) + " out of order.";
    comment("Time: field " + time.field() + "; " + order);
    if (time.field().text().equals(FoundTime.UPTIME)) {
      comment("Not found: when that began. It counts seconds, which are taken as if from 1970.");
    }
    if (options.zone() != null) {
      comment("Not found: the zone of the time. UTC is a guess: see 'zone' below.");
    }
    if (options.year() != null) {
      comment("Not found: the year of the first event. It is a guess: see 'year' below.");
    }
    if (time.lateness() > LARGEST_DISORDER.toMillis()) {
      comment(
          "The log is not in the order of its time. An event that is further behind than"
              + " out-of-orderness is late: see 'late' in the summary of a run.");
    }
  }

  private void fields() {
    List<FieldValues> all = findings.fields().all();
    List<FieldValues> shown = all.subList(0, Math.min(all.size(), MOST_FIELDS));
    comment("Fields:");
    int longest = shown.stream().mapToInt(field -> field.name().length()).max().orElse(0);
    int width = Math.min(longest, LONGEST_NAME);
    for (FieldValues field : shown) {
      String some =
          field.count() < findings.fields().events()
              ? String.format(
                  Locale.ROOT,
                  " (in %,d %s)",
                  field.count(),
                  field.count() == 1 ? "event" : "events")
              : "";
      String name = field.name() + " ".repeat(Math.max(0, width - field.name().length()));
      lines.add("#   " + name + "  " + field.shown() + some);
    }
    if (all.size() > MOST_FIELDS) {
      lines.add("#   and " + (all.size() - MOST_FIELDS) + " more");
    }
  }

  private void pipeline() {
    lines.add("version: 1");
    lines.add("name: " + YamlText.scalar(name()));
    lines.add("sources:");
    lines.add("  events:");
    if (paths.isEmpty()) {
      lines.add("    type: stdin");
    } else {
      lines.add("    type: file");
      String all = paths.stream().map(YamlText::scalar).collect(Collectors.joining(", "));
      lines.add("    path: " + (paths.size() == 1 ? all : "[" + all + "]"));
    }
    SourceText source = new SourceText(lines);
    source.format(findings.reading().candidate().format());
    FoundTime time = findings.time();
    if (time != null) {
      source.time(time);
    }
    lines.add("sinks:");
    lines.add("  out: {type: stdout}");
  }

  private String name() {
    if (paths.isEmpty()) {
      return "events";
    }
    String file = paths.get(0).replaceAll("/+$", "");
    String plain =
        file.substring(file.lastIndexOf('/') + 1)
            .replaceAll("\\.(gz|zst|bz2)$", "")
            .replaceAll("\\.[A-Za-z]+$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.isEmpty() ? "events" : plain;
  }

  private void steps(List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      comment(
          "Steps: no field is like those of other logs. 'drey operators' lists what a step can do.");
      return;
    }
    comment(
        "Steps that fit. Remove '# ' before 'steps:' and one of them; several run one after the other.");
    lines.add("# steps:");
    for (Suggestion step : suggestions) {
      lines.add("#   # " + step.why());
      lines.add("#   - id: " + step.id());
      lines.add("#     " + step.operator());
    }
  }

  private void comment(String text) {
    TextFit.wholeWords(text, WIDTH, 2).forEach(line -> lines.add("# " + line));
  }
}
