// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.format.Framing;
import io.drey.jobs.source.format.InputFormat;
import io.drey.operators.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Tries the formats that a sample may be in, those that tell most of it first. */
final class Candidates {
  private static final Pattern WORDS = Pattern.compile("[\\w.@/-]+=(\"[^\"]*\"|\\S*)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_@#][\\w .@/()%:#-]{0,60}");
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
  private static final List<String> PREFIXES =
      List.of("^(?P<service>\\S+) +\\| ", "^\\[(?P<source>[^\\]]+)\\] ", "^(?P<prefix>[^{]*)");
  private static final int LINES_LOOKED_AT = 100;
  private static final double MOST_LOSS = 0.5;

  /** Columns of a table without a header: text with some commas may look like fewer. */
  private static final int MANY_COLUMNS = 4;

  private final Sample sample;
  private final List<String> lines;
  private final String first;

  private Candidates(Sample sample) {
    this.sample = sample;
    this.lines = sample.lines();
    this.first = lines.get(0).strip();
  }

  /**
   * The first format that reads all of a sample; or else the one that reads most of it, if that is
   * at least half; or else plain text.
   */
  static Reading best(Sample sample) throws IOException {
    Reading best = null;
    for (Candidate candidate : new Candidates(sample).all()) {
      Reading reading = Reading.of(sample, candidate.in(sample.encoding()));
      if (reading.isWhole()) {
        return reading;
      }
      if (best == null || reading.loss() < best.loss()) {
        best = reading;
      }
    }
    return best == null || best.loss() > MOST_LOSS
        ? Reading.of(sample, Candidate.of("text", InputFormat.TEXT).in(sample.encoding()))
        : best;
  }

  private List<Candidate> all() throws IOException {
    List<Candidate> all = new ArrayList<>();
    if (first.startsWith("#")) {
      addCommented(all);
    }
    if (first.startsWith("{") || first.startsWith("[{") || first.equals("[")) {
      addJson(all);
      return all;
    }
    addPrefixed(all);
    all.addAll(KnownLogs.all());
    addLogfmt(all);
    addTables(all);
    all.addAll(LeadingTime.candidates(lines));
    return all;
  }

  /** Zeek and the extended format of W3C name their columns in a comment. */
  private void addCommented(List<Candidate> all) {
    for (String line : lines.subList(0, Math.min(lines.size(), LINES_LOOKED_AT))) {
      if (line.startsWith("#fields\t")) {
        all.add(Candidate.values("log of Zeek", "\t", columns(line, "\t"), "#"));
      } else if (line.startsWith("#Fields: ")) {
        boolean isTab = lines.get(lines.size() - 1).contains("\t");
        all.add(
            Candidate.values(
                "extended log format of W3C", isTab ? "\t" : " ", columns(line, " "), "#"));
      }
    }
  }

  private static List<String> columns(String line, String delimiter) {
    List<String> words = Arrays.asList(line.split(delimiter));
    return words.subList(1, words.size());
  }

  private void addJson(List<Candidate> all) throws IOException {
    all.add(Candidate.of("JSON, one object a line", InputFormat.JSON));
    Candidate values =
        Candidate.json("JSON, over several lines or in arrays", Framing.VALUES, null);
    List<Event> documents = Reading.of(sample, values.in(sample.encoding())).events();
    String records = documents.isEmpty() ? null : JsonRecords.path(documents.get(0));
    if (records != null) {
      all.add(0, JsonRecords.candidate(records));
    }
    all.add(values);
  }

  private void addPrefixed(List<Candidate> all) {
    int object = first.indexOf('{');
    if (object > 0 && first.endsWith("}")) {
      PREFIXES.forEach(prefix -> all.add(Candidate.prefixed(prefix)));
    }
  }

  private void addLogfmt(List<Candidate> all) {
    if (lines.stream().limit(LINES_LOOKED_AT).allMatch(Candidates::isLogfmt)) {
      all.add(Candidate.of("logfmt", InputFormat.LOGFMT));
    }
  }

  /** Whether a line is pairs, but for a word or two. */
  private static boolean isLogfmt(String line) {
    String rest = WORDS.matcher(line).replaceAll("").strip();
    return WORDS.matcher(line).results().count() > 1
        && (rest.isEmpty() || rest.split(" +").length < MANY_COLUMNS - 1);
  }

  private void addTables(List<Candidate> all) {
    for (String delimiter : DELIMITERS) {
      List<String> header = Arrays.asList(first.split(Pattern.quote(delimiter), -1));
      String name =
          delimiter.equals("\t")
              ? "tab-separated values"
              : "values separated by '" + delimiter + "'";
      if (isHeader(header)) {
        all.add(Candidate.values(name, delimiter, null, null));
      } else if (header.size() >= MANY_COLUMNS && !first.contains(delimiter + " ")) {
        all.add(Candidate.values(name + ", without a header", delimiter, List.of(), null));
      }
    }
  }

  private boolean isHeader(List<String> cells) {
    List<String> names = cells.stream().map(cell -> cell.replaceAll("^\"|\"$", "")).toList();
    return names.size() > 1
        && lines.size() > 1
        && new HashSet<>(names).size() == names.size()
        && names.stream().allMatch(name -> NAME.matcher(name).matches());
  }
}
