// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.option.Argument;
import io.drey.jobs.pipeline.StepKinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator without a pipeline file. */
@Timeout(200)
class OperatorCommandITCase {
  private final Path directory;

  OperatorCommandITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void readsFilesInTheirOrderAndWritesNamedOutputsBesideTheMainOne() throws Exception {
    write("b.jsonl", "{\"id\":1,\"n\":1}\n{\"id\":2,\"n\":2}\n");
    write("a.jsonl", "{\"id\":1,\"n\":3}\nno event\n{\"n\":4}\n");
    String[] command = {
      "deduplicate",
      "-k",
      "id",
      "--also",
      "duplicates=again.jsonl",
      "--also",
      "malformed=bad.jsonl",
      "--also=invalid=keyless.jsonl",
      "b.jsonl",
      "a.jsonl"
    };

    TestingDrey.Ended ended = TestingDrey.run(directory, command);

    assertThat(ended.err()).isEmpty();
    assertThat(ended.lines()).containsExactly("{\"id\":1,\"n\":1}", "{\"id\":2,\"n\":2}");
    assertThat(read("again.jsonl")).containsExactly("{\"id\":1,\"n\":3}");
    assertThat(read("bad.jsonl"))
        .singleElement()
        .asString()
        .contains("a.jsonl:2")
        .contains("no event");
    assertThat(read("keyless.jsonl")).singleElement().asString().contains("\"n\":4");
    assertThat(ended.exit()).isZero();
    assertThat(TestingDrey.run(directory, command)).as("again").isEqualTo(ended);
    assertThat(read("again.jsonl")).hasSize(1);
  }

  @Test
  void writesAnEventWhileItsInputStaysOpen() throws Exception {
    try (TestingDrey drey = TestingDrey.startPiped(directory, "set", "n=event.n + 1", "-");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(drey.output(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < 3; i++) {
        drey.feed("{\"n\":" + i + "}\n");
        assertThat(lines.readLine()).isEqualTo("{\"n\":" + (i + 1) + "}");
      }
    }
  }

  @Test
  void printsThePipelineFileThatItStandsFor() throws Exception {
    write("in.jsonl", "{\"u\":\"it's # 1\",\"s\":3}\n{\"u\":\"b\",\"s\":1}\n");
    String[] command = {"filter", "event.u == \"it's # 1\" && event.s > 2", "in.jsonl"};

    TestingDrey.Ended events = TestingDrey.run(directory, command);
    TestingDrey.Ended printed =
        TestingDrey.run(directory, command[0], command[1], command[2], "--print-pipeline");
    write("printed.yaml", printed.out());

    assertThat(TestingDrey.run(directory, "run", "-q", "printed.yaml")).isEqualTo(events);
    assertThat(events.lines()).containsExactly("{\"u\":\"it's # 1\",\"s\":3}");
  }

  @Test
  void takesEveryOptionOfEveryStep() {
    StepKinds.all()
        .forEach(
            (operator, record) -> {
              String help = TestingTerminal.run(operator, "--help").out();
              for (Argument argument : Argument.of(record)) {
                assertThat(help)
                    .as(operator + " " + argument.key())
                    .contains(argument.key().isEmpty() ? argument.label() : "--" + argument.key());
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          deduplicate # Missing required option: '--key=FIELD,...'
          deduplicate -k id --ttl 1x -t at # --ttl: Invalid ttl: must be a duration like 30s or PT10M but was '1x'
          deduplicate -k id --ttl 1s # Cannot measure time: there is no --time ('--time processing' uses processing time)
          deduplicate -k id --output lost # --output: Unknown output 'lost' (did you mean 'deduplicate'? known: deduplicate, duplicates, invalid)
          deduplicate -k id --max-kyes 3 # Unknown option: '--max-kyes' (did you mean '--max-keys'?
          filter event.a+ # EXPR: Cannot parse expression: unexpected end after '+'
          filter # Missing required parameter: 'EXPR'
          set in.jsonl # Missing NAME=EXPR: must be a field and its expression
          set a=event. # a: Cannot parse expression
          aggregate --measures {n:{count:'*'} # --measures: Invalid YAML: expected ',' or '}'
          count --time-unit ms # Missing --time: the field that the other --time options are of
          count - in.jsonl # Cannot read standard input beside files: '-' must stand alone
          select a -i jsno # --input-format: Invalid format: must be one of json, logfmt, csv, tsv, text but was 'jsno'
          """)
  void saysWhatIsWrongInTheWordsOfTheCommandLine(String command, String mistake) {
    TestingDrey.Ended ended = TestingTerminal.run(command.split(" "));

    assertThat(ended.err()).startsWith("drey: " + mistake).endsWith("--help)\n");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private List<String> read(String name) throws IOException {
    return Files.readAllLines(directory.resolve(name));
  }
}
