package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void describesEveryVertex() {
    assertThat(TestingTerminal.run("explain", file.toString()).out())
        .isEqualTo(
            """
            job all, parallelism 2
            source in  file
              time    at, out of order by up to 5s
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
              state   last-order/waiting: map of List<Event>, freed by the watermark
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
  void masksSecrets() throws IOException {
    Path secret = file.resolveSibling("secret");
    Files.writeString(secret, "hidden-name");
    Files.writeString(
        file, Files.readString(file).replace("name: all", "name: \"${file:" + secret + "}\""));

    assertThat(TestingTerminal.run("explain", file.toString()).lines())
        .startsWith("job ***, parallelism 2");
  }
}
