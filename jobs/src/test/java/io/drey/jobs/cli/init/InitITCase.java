// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline files that are written for logs of many kinds read all of each. */
@Timeout(120)
class InitITCase {
  private static final Path LOGS = Path.of("src/test/resources/init");
  private static final Instant WRITTEN = Instant.parse("2024-02-01T00:00:00Z");
  private static final String STEP = "#   - id: ";

  private final Path directory;

  InitITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json-iso-zone.jsonl  | 24 | timestamp                | JSON, one object a line
          json-iso-local.jsonl | 24 | time, zone               | JSON, one object a line
          json-epoch-s.jsonl   | 24 | ts, unit                 | JSON, one object a line
          json-epoch-ms.jsonl  | 24 | eventTime, unit          | JSON, one object a line
          pretty.json          | 24 | at                       | JSON, over several lines or in arrays
          cloudtrail.json      | 24 | eventTime                | JSON documents with an array of records
          compose.log          | 24 | time                     | JSON behind a prefix
          journald.json        | 24 | __REALTIME_TIMESTAMP, unit | JSON, one object a line
          docker.log           | 24 | time                     | JSON, one object a line
          audit.log            | 24 | requestReceivedTimestamp | JSON, one object a line
          app.logfmt           | 24 | time                     | logfmt
          orders.csv           | 24 | placed_at                | values separated by ';'
          postgres.csv         | 24 | 1, format                | values separated by ',', without a header
          conn.log             | 24 | ts, unit                 | log of Zeek
          iis.log              | 24 |                          | extended log format of W3C
          access.log           | 24 | time                     | pattern apache-combined
          syslog-rfc3164.log   | 24 | time, format, zone, year | syslog in its traditional format, also
          auth.log             | 24 | time, zone, year         | pattern syslog-rfc3164
          syslog-rfc5424.log   | 24 | time                     | pattern syslog-rfc5424
          cri.log              | 24 | time                     | log of containers (CRI)
          gc.log               | 24 | uptime, unit             | log of the JVM (-Xlog), with the time since
          gc-time.log          | 24 | time                     | log of the JVM (-Xlog).
          nginx-error.log      | 24 | time, format, zone       | error log of nginx
          apache-error.log     | 24 | time, format, zone       | error log of Apache httpd
          logback.log          | 24 | time, zone               | pattern log4j
          alb.log              | 24 | time                     | access log of AWS load balancers
          postgres.log         | 24 | time, format             | log of PostgreSQL
          custom.log           | 24 | time, format, zone       | text in records of several lines
          prose.txt            |  2 |                          | text.
          """)
  void readsEveryRecord(String log, int events, String time, String format) throws Exception {
    List<String> text = init(log);

    assertThat(text).anyMatch(line -> line.startsWith("# Format: " + format));
    assertThat(timeOptions(text)).isEqualTo(time == null ? "" : time);
    assertThat(text.stream().anyMatch(line -> line.startsWith("# Time: not found")))
        .isEqualTo(time == null);
    for (String guess : List.of("zone", "year")) {
      assertThat(text.stream().anyMatch(line -> line.startsWith("# Not found: the " + guess)))
          .as(guess)
          .isEqualTo(timeOptions(text).contains(guess));
    }
    RunReport report = run(text);
    assertThat(report.counts().sum("source", "events", "malformed")).isZero();
    assertThat(report.counts().sum("source", "events", "events")).isEqualTo(events);
    assertThat(report.counts().sum("source", "events", "lateEvents")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"json-iso-zone.jsonl", "access.log", "conn.log", "audit.log", "cloudtrail.json"})
  void suggestsStepsThatRun(String log) throws Exception {
    List<String> text = init(log);
    List<String> steps = text.stream().filter(line -> line.startsWith(STEP)).toList();

    assertThat(steps).hasSizeGreaterThan(1);
    for (String step : steps) {
      RunReport report = run(withStep(text, step));
      assertThat(report.counts().sum("step", step.substring(STEP.length()), "main"))
          .as(step)
          .isPositive();
    }
  }

  @Test
  void suggestsToPairRequestsWithTheirResponses() throws Exception {
    Path log = directory.resolve("in.jsonl");
    Files.writeString(
        log,
        """
        {"at":"2024-01-15T10:00:00Z","id":"a","kind":"response"}
        {"at":"2024-01-15T10:00:01Z","id":"b","kind":"request"}
        {"at":"2024-01-15T10:00:02Z","id":"b","kind":"response"}
        """);

    List<String> text = write(log);

    assertThat(text)
        .contains(
            "#     correlate: {key: id, request: event.kind == 'request',"
                + " response: event.kind == 'response', timeout: 30s}");
    assertThat(run(withStep(text, STEP + "pairs")).counts().sum("step", "pairs", "main"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"t, unit: ms", "created_at, unit: ms", "size,"})
  void takesANumberForATimeByItsName(String name, String unit) throws Exception {
    Path log = directory.resolve("in.jsonl");
    Files.writeString(log, "{\"" + name + "\":1705312800000}\n");

    assertThat(write(log).stream().map(String::strip).filter(line -> line.startsWith("unit")))
        .isEqualTo(unit == null ? List.of() : List.of(unit));
  }

  @Test
  void takesInTheDisorderThatItSees() throws Exception {
    Path log = directory.resolve("in.jsonl");
    Files.writeString(
        log,
        """
        {"at":"2024-01-15T10:00:09.500Z"}
        {"at":"2024-01-15T10:00:06.000Z"}
        {"at":"2024-01-15T10:00:10.000Z"}
        """);

    List<String> text = write(log);

    assertThat(text).contains("      out-of-orderness: 5s");
    assertThat(String.join("\n", text)).contains("up to 3500ms out of order");
    assertThat(run(text).counts().sum("source", "events", "lateEvents")).isZero();
  }

  @Test
  void tellsWhatIsNotRead() throws Exception {
    Path log = directory.resolve("in.jsonl");
    Files.writeString(log, "{\"a\":1}\nno event\n{\"a\":2}\n");

    assertThat(String.join(" ", write(log)).replace("#   ", ""))
        .contains("# Not read: 1 malformed record; the first: " + log + ":2: ");
  }

  private List<String> init(String log) throws IOException {
    Path copy = Files.copy(LOGS.resolve(log), directory.resolve(log));
    Files.setLastModifiedTime(copy, FileTime.from(WRITTEN));
    return write(copy);
  }

  private static List<String> write(Path log) throws IOException {
    Sample sample = Sample.ofFiles(List.of(log.toString()));
    return InitText.of(Findings.of(sample, WRITTEN.toEpochMilli()), List.of(log.toString()));
  }

  /** The field, and the names of the options that say how it is read. */
  private static String timeOptions(List<String> text) {
    int time = text.indexOf("    time:");
    if (time < 0) {
      return "";
    }
    List<String> options =
        text.subList(time + 1, text.size()).stream()
            .takeWhile(line -> line.startsWith("      "))
            .map(String::strip)
            .toList();
    String field = options.get(0).substring("field: ".length());
    return Stream.concat(
            Stream.of(field),
            options.stream().skip(1).map(option -> option.substring(0, option.indexOf(':'))))
        .filter(option -> !option.equals("out-of-orderness"))
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  /** With one of the steps that are commented out. */
  private static List<String> withStep(List<String> text, String step) {
    List<String> changed = new ArrayList<>(text);
    int at = text.indexOf(step);
    for (int line : List.of(text.indexOf("# steps:"), at, at + 1)) {
      changed.set(line, text.get(line).substring("# ".length()));
    }
    return changed;
  }

  private RunReport run(List<String> lines) throws Exception {
    String text = String.join("\n", lines).replace("{type: stdout}", "{type: discard}") + "\n";
    Loaded loaded = PipelineFile.parse("init", text, ExternalValues.process(Map.of()));
    assertThat(loaded.problems().stream().filter(problem -> problem.isError())).isEmpty();
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline());
    Path temporary = Files.createTempDirectory(directory, "run");
    RunReport report =
        new LocalRun(pipeline, Objects.requireNonNull(loaded.wiring()), RunOptions.PLAIN, temporary)
            .execute(counts -> {});
    assertThat(report.failure()).isNull();
    return report;
  }
}
