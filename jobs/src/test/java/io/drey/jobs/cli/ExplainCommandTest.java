// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.function.TestingFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
  private final Path file;

  ExplainCommandTest(@TempDir Path directory) throws IOException {
    file = directory.resolve("all.yaml");
    Files.writeString(
        file,
        """
        version: 1
        name: all
        sources:
          in: {type: file, path: in.jsonl, time: {field: at, out-of-orderness: 5s}}
          end: {type: generate, count: 1, fields: {at: constant(1)}, time: {field: at, unit: s}}
        steps:
          - {id: known, filter: event.user != null}
          - {id: last, deduplicate: {key: [id, a.b], ttl: 10m, keep: last, order: event-time}}
          - {id: few, from: [last, last.late], select: [user, id]}
        sinks:
          out: {type: stdout}
          unknown: {type: discard, from: [known.rejected, in.malformed]}
        settings: {parallelism: 2}
        """);
  }

  @Test
  void namesTheFirstFilesInTheirOrder(@TempDir Path directory) throws IOException {
    Path log = directory.resolve("app.log");
    Files.createFile(log);
    for (int i = 1; i <= 11; i++) {
      Files.createFile(Path.of(log + "." + i));
    }
    Path logs = directory.resolve("logs.yaml");
    Files.writeString(
        logs,
        """
        version: 1
        name: logs
        sources: {in: {type: file, path: "%s*"}}
        sinks: {out: {type: stdout}}
        """
            .formatted(log));

    assertThat(TestingTerminal.run("explain", logs.toString()).out())
        .contains("  file    " + log + ".11\n  file    " + log + ".10\n")
        .contains("  file    " + log + ".2\n  file    and 2 more\n");
  }

  @Test
  void describesEveryVertex() {
    assertThat(TestingTerminal.run("explain", file.toString()).out())
        .isEqualTo(
            """
            job all, parallelism 2
            source in  file
              time    at, out of order by up to 5s
              file    none now
              output  main -> known
              output  malformed -> unknown
            source end  generate
              time    at, out of order by up to 0s
              output  main -> known
              output  malformed (not read)
            step known  filter
              reads   in, end
              uid     known
              output  main -> last
              output  rejected -> unknown
              output  invalid (not read)
            step last  deduplicate
              reads   known
              uid     last, last-key, last-order
              key     id, a.b
              time    event time, in order of time
              state   last-order/buffered: map of List<Event>, freed by the watermark
              state   last/run-at: value of Long, freed once time is 10m past it
              state   last/newest: value of Event, freed with run-at
              state   last/newest-at: value of Long, freed with run-at
              output  main -> few
              output  duplicates (not read)
              output  invalid (not read)
              output  late -> few
            step few  select
              reads   last, last.late
              uid     few
              output  main -> out
            sink out  stdout
              reads   few
            sink unknown  discard
              reads   known.rejected, in.malformed
            """);
  }

  @Test
  void drawsAMermaidFlowchart() {
    assertThat(TestingTerminal.run("explain", file.toString(), "--diagram", "mermaid").out())
        .isEqualTo(
            """
            flowchart LR
              v-in["source in"]
              v-end["source end"]
              v-known["filter known"]
              v-last["deduplicate last"]
              v-few["select few"]
              v-out["sink out"]
              v-unknown["sink unknown"]
              v-in --> v-known
              v-end --> v-known
              v-known --> v-last
              v-last --> v-few
              v-last -->|late| v-few
              v-few --> v-out
              v-known -->|rejected| v-unknown
              v-in -->|malformed| v-unknown
            """);
  }

  @Test
  void drawsADotGraph() {
    assertThat(TestingTerminal.run("explain", file.toString(), "--diagram", "dot").out())
        .isEqualTo(
            """
            digraph {
              rankdir=LR
              node [shape=box]
              "in" [label="source in"]
              "end" [label="source end"]
              "known" [label="filter known"]
              "last" [label="deduplicate last"]
              "few" [label="select few"]
              "out" [label="sink out"]
              "unknown" [label="sink unknown"]
              "in" -> "known"
              "end" -> "known"
              "known" -> "last"
              "last" -> "few"
              "last" -> "few" [label="late"]
              "few" -> "out"
              "known" -> "unknown" [label="rejected"]
              "in" -> "unknown" [label="malformed"]
            }
            """);
  }

  @Test
  void drawsTheStatesOfAMachine() throws IOException {
    assertThat(machine("--diagram", "mermaid", "--step", "door"))
        .isEqualTo(
            """
            flowchart LR
              v-start((" "))
              v-s0["SHUT"]
              v-s1["#40;o#41;"]
              v-s2["a #38; #34;b#34;"]
              v-s3[["GONE"]]
              v-start --> v-s0
              v-s0 -->|"open, push"| v-s1
              v-s0 -->|shut| v-s0
              v-s0 -->|burn| v-s3
              v-s1 -->|shut| v-s0
              v-s1 -->|burn| v-s3
              v-s1 -->|"#42;"| v-s2
              v-s1 -->|"after 30s"| v-s2
              v-s2 -->|burn| v-s3
            """);
  }

  @Test
  void drawsTheStatesOfAMachineInDot() throws IOException {
    assertThat(machine("--diagram", "dot", "--step", "door"))
        .isEqualTo(
            """
            digraph {
              rankdir=LR
              node [shape=box]
              "start" [shape=point]
              "s0" [label="SHUT"]
              "s1" [label="(o)"]
              "s2" [label="a &amp; \\"b\\""]
              "s3" [label="GONE" peripheries=2]
              "start" -> "s0"
              "s0" -> "s1" [label="open, push"]
              "s0" -> "s0" [label="shut"]
              "s0" -> "s3" [label="burn"]
              "s1" -> "s0" [label="shut"]
              "s1" -> "s3" [label="burn"]
              "s1" -> "s2" [label="*"]
              "s1" -> "s2" [label="after 30s"]
              "s2" -> "s3" [label="burn"]
            }
            """);
  }

  private String machine(String... options) throws IOException {
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "steps:",
                """
                steps:
                  - id: door
                    state-machine:
                      key: id
                      symbol: event
                      initial: SHUT
                      transitions:
                        SHUT: {open: (o), push: (o), shut: SHUT}
                        (o): {shut: SHUT, '*': a & "b"}
                        a & "b": {}
                        '*': {burn: GONE}
                      terminal: [GONE]
                      timeouts: {(o): {after: 30s, to: a & "b"}}
                """
                    .stripTrailing()));
    List<String> arguments = new ArrayList<>(List.of("explain", file.toString()));
    arguments.addAll(List.of(options));
    return TestingTerminal.run(arguments.toArray(String[]::new)).out();
  }

  @Test
  void saysWhichStepItCannotDraw() {
    assertThat(complaint("--diagram", "dot", "--step", "lats"))
        .isEqualTo(
            "drey: Unknown step 'lats' (did you mean 'last'? known: known, last, few)"
                + " (see drey explain --help)\n");
    assertThat(complaint("--diagram", "dot", "--step", "last"))
        .isEqualTo(
            "drey: Cannot draw step 'last': it is not a state-machine (found: deduplicate)"
                + " (see drey explain --help)\n");
    assertThat(complaint("--step", "last"))
        .isEqualTo(
            "drey: Missing required option for --step: '--diagram=LANGUAGE'"
                + " (see drey explain --help)\n");
  }

  private String complaint(String... options) {
    List<String> arguments = new ArrayList<>(List.of("explain", file.toString()));
    arguments.addAll(List.of(options));
    TestingDrey.Ended ended = TestingTerminal.run(arguments.toArray(String[]::new));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    return ended.err();
  }

  @Test
  void masksSecrets() throws IOException {
    Path secret = file.resolveSibling("secret");
    Files.writeString(secret, "hidden-name");
    Files.writeString(
        file, Files.readString(file).replace("name: all", "name: \"${file:" + secret + "}\""));

    assertThat(TestingTerminal.run("explain", file.toString()).lines())
        .startsWith("job ***, parallelism 2");
  }

  @Test
  void namesTheOutputsAndTheStateOfAFunction(@TempDir Path directory) throws IOException {
    Path functions = directory.resolve("functions.yaml");
    String classes = TestingFunctions.class.getName();
    Files.writeString(
        functions,
        """
        version: 1
        name: functions
        sources: {in: {type: file, path: in.jsonl, time: {field: at}}}
        steps:
          - id: unique
            stateful: {class: %s$CountValues, key: user, options: {field: ip}, max-keys: 9}
          - id: sum
            stateful: {class: %s$SumLater, key: user, ttl: 1h, options: {after: 1s}}
        sinks: {out: {type: stdout}}
        """
            .formatted(classes, classes));

    assertThat(TestingTerminal.run("explain", functions.toString()).out())
        .isEqualTo(
            """
            job functions, parallelism 1
            source in  file
              time    at, out of order by up to 0s
              file    none now
              output  main -> unique
              output  malformed (not read)
            step unique  stateful
              reads   in
              uid     unique, unique-key
              key     user
              time    event time, in order of arrival
              state   unique/value: value of Values(values: Set<String>), freed by the function alone
              state   unique/older-key: value of String, freed with the key
              state   unique/newer-key: value of String, freed with the key
              state   unique/key-groups: list of Java Tuple4<Integer, String, String, Integer>, one a key group
              output  main -> sum
              output  repeated (not read)
              output  invalid (not read)
            step sum  stateful
              reads   unique
              uid     sum, sum-key
              key     user
              time    event time, in order of arrival
              state   sum/value: value of Sum(total: BigDecimal), freed once time is 1h past the key's last event
              state   sum/last-at: value of Long, freed with value
              state   sum/ttl-timer: value of Long, freed with value
              state   sum/event-timers: value of long[], freed with value
              state   sum/processing-timers: value of long[], freed with value
              output  main -> out
              output  invalid (not read)
            sink out  stdout
              reads   sum
            """);
  }
}
