// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.pipeline.PipelineSchema;
import io.drey.jobs.pipeline.StepKinds;
import io.drey.jobs.text.TextFit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path PROBLEMS =
      Path.of(System.getProperty("drey.root"), "jobs/src/test/resources/problems");

  private final Path directory;

  CommandLineTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void showsWhatOneBeginsWith() {
    TestingDrey.Ended ended = TestingTerminal.run();

    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().filter(line -> line.startsWith("  drey "))).hasSize(5);
    assertThat(ended.err()).endsWith("All commands: drey --help\n");
    assertThat(ended.err().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void listsTheCommandsInTheHelp() {
    assertThat(TestingTerminal.run("--help"))
        .isEqualTo(
            new TestingDrey.Ended(
                0,
                """
                Usage: drey [-hV] COMMAND
                Stateful event processing on Apache Flink (deduplicate, correlate, sessionize,
                ...) from one YAML file or from Java, and tools that read any Flink savepoint.
                  -h, --help      Show this help message and exit.
                  -V, --version   Print version information and exit.
                Commands:
                  run            Runs a pipeline in this process.
                  validate       Reports all problems in pipeline files, with line and column.
                  explain        Shows the job of a pipeline: uids, keys, time, state, outputs,
                                   readers.
                  eval           Shows what an expression or a script gives for each event, a
                                   JSON value per line.
                  init           Writes a pipeline file for a log: its format, its time and
                                   steps that fit, as found in the first lines.
                  test           Runs the tests of pipelines: the *.test.yaml beside them, time
                                   under control.
                  operators      Lists the operators and their options.
                  patterns       Lists the patterns for text; with lines at standard input,
                                   tests a pattern on them.
                  schema         Prints the JSON Schema of pipeline files, for editors.
                  completion     Prints a completion script: source <(drey completion bash)
                  deduplicate    Passes one event of each key, in total or per time span.
                  correlate      Pairs requests with their responses.
                  sessionize     Groups events into sessions, by gap or by start and end events.
                  batch          Groups events into batches, by count or time.
                  state-machine  Tracks the state of each key, and reports violations and
                                   timeouts.
                  aggregate      Measures groups (counts, sums, percentiles), per time window
                                   or in total.
                  rate-limit     Limits the events of each key, in total or per time window.
                  sequence       Numbers events, per key or all together.
                  count          Wraps each event with its number, per key or over all events.
                  detect-gaps    Reports numbers that are missing.
                  script         Runs a script on each event, with state per key.
                  stateful       Runs a Java function of yours on each event, with state per
                                   key.
                  kv             Runs the commands of a key-value store, with atomic updates
                                   and triggers.
                  lookup         Adds columns of a small file to events.
                  filter         Passes the events for which an expression is true.
                  set            Sets fields to the results of expressions.
                  select         Keeps some fields, in the given order.
                  drop-fields    Removes some fields.
                """,
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '#',
      textBlock =
          """
          rum # Unknown command: 'rum' (did you mean 'run'? known: run, validate, explain, eval, init, test, operators, patterns, schema, completion, deduplicate, correlate, sessionize, batch, state-machine, aggregate, rate-limit, sequence, count, detect-gaps, script, stateful, kv, lookup, filter, set, select, drop-fields; see drey --help)
          rnu x.yaml --input y # Unknown command: 'rnu' (did you mean 'run'? known: run, validate, explain, eval, init, test, operators, patterns, schema, completion, deduplicate, correlate, sessionize, batch, state-machine, aggregate, rate-limit, sequence, count, detect-gaps, script, stateful, kv, lookup, filter, set, select, drop-fields; see drey --help)
          vaildate x.yaml # Unknown command: 'vaildate' (did you mean 'validate'? known: run, validate, explain, eval, init, test, operators, patterns, schema, completion, deduplicate, correlate, sessionize, batch, state-machine, aggregate, rate-limit, sequence, count, detect-gaps, script, stateful, kv, lookup, filter, set, select, drop-fields; see drey --help)
          foo x.yaml # Unknown command: 'foo' (known: run, validate, explain, eval, init, test, operators, patterns, schema, completion, deduplicate, correlate, sessionize, batch, state-machine, aggregate, rate-limit, sequence, count, detect-gaps, script, stateful, kv, lookup, filter, set, select, drop-fields; see drey --help)
          --flie # Unknown option: '--flie' (see drey --help)
          run # Missing required parameter: 'FILE' (see drey run --help)
          run x --flie # Unknown option: '--flie' (see drey run --help)
          run x.yaml --paralelism 2 # Unknown option: '--paralelism' (did you mean '--parallelism'? see drey run --help)
          run --paralelism 2 x.yaml # Unknown option: '--paralelism' (did you mean '--parallelism'? see drey run --help)
          run --paralelism=2 x.yaml # Unknown option: '--paralelism' (did you mean '--parallelism'? see drey run --help)
          run --quite x.yaml # Unknown option: '--quite' (did you mean '--quiet'? see drey run --help)
          run x.yaml y.yaml # Unmatched argument at index 1: 'y.yaml' (see drey run --help)
          run x --ui y # Unmatched argument at index 2: 'y' (see drey run --help)
          operators -o xml # Invalid value for option '--output': must be one of table, json, jsonl, csv but was 'xml' (see drey operators --help)
          validate x --jar gone.jar # Invalid --jar: must be a readable jar but was 'gone.jar' (see drey validate --help)
          explain x --jar pom.xml # Invalid --jar: must be a readable jar but was 'pom.xml' (see drey explain --help)
          run x --jar /tmp # Invalid --jar: must be a readable jar but was '/tmp' (see drey run --help)
          explain x --diagram svg # Invalid value for option '--diagram': must be one of mermaid, dot but was 'svg' (see drey explain --help)
          completion fish # Invalid value for positional parameter at index 0 (bash|zsh): must be one of bash, zsh but was 'fish' (see drey completion --help)
          run x --keep-open # Invalid --keep-open: must be given with --savepoint DIR, where pending state goes (see drey run --help)
          run x --limit 3 --savepoint s # Invalid --limit: cannot be given with --savepoint, whose state would miss the results that are not written (see drey run --help)
          filter event.x --limit 0 pom.xml # Invalid number of results: must be positive but was 0 (see drey filter --help)
          rate-limit --limit 3 -n 0 pom.xml # Invalid number of results: must be positive but was 0 (see drey rate-limit --help)
          """)
  void endsWithCodeTwoAndTheMistake(String arguments, String message) {
    String[] split = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

    TestingDrey.Ended ended = TestingTerminal.run(split);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.lastError()).isEqualTo("drey: " + message);
  }

  @Test
  void listsTheKnownOperators() {
    TestingDrey.Ended ended = TestingTerminal.run("operators", "dedupe");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .isEqualTo(
            "drey: Unknown operator: 'dedupe' (known: "
                + String.join(", ", StepKinds.all().keySet())
                + ") (see drey operators --help)\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '#',
      textBlock =
          """
          --parallelism 0 # Invalid parallelism: must be 1 to max-parallelism, 128, but was 0
          --parallelism 129 # Invalid parallelism: must be 1 to max-parallelism, 128, but was 129
          --input x # Cannot replace the input: there must be one file source (found: none)
          --keep-open --savepoint x # Invalid --keep-open: must be given with a file source, the only type that can grow
          --tap inn # Unknown place of --tap 'inn' (did you mean 'in'? known: in, in.malformed)
          --tap out # Unknown place of --tap 'out' (known: in, in.malformed)
          -n 0 # Invalid number of results: must be positive but was 0
          """)
  void refusesWhatThePipelineDoesNotAllow(String options, String message) throws IOException {
    String file = write("sources: {in: {type: stdin}}\nsinks: {out: {type: stdout}}\n");

    assertThat(TestingTerminal.run(("run " + file + " " + options).split(" ", -1)))
        .isEqualTo(new TestingDrey.Ended(2, "", "drey: " + message + " (see drey run --help)\n"));
  }

  @Test
  void reportsEveryProblemOfEveryFileWithCodeThree() throws IOException {
    String mistakes = PROBLEMS.resolve("five-mistakes.yaml").toString();
    String valid = write("sources: {in: {type: stdin}}\nsinks: {out: {type: stdout}}\n");
    String problems =
        Files.readString(PROBLEMS.resolve("five-mistakes.expected"))
            .replace("five-mistakes.yaml", mistakes);
    assertThat(problems.lines()).hasSize(5).allMatch(line -> line.matches(".*:\\d+:\\d+: .*"));

    TestingDrey.Ended invalid = new TestingDrey.Ended(3, "", problems);
    assertThat(TestingTerminal.run("validate", valid, mistakes)).isEqualTo(invalid);
    assertThat(TestingTerminal.run("run", mistakes)).isEqualTo(invalid);
    assertThat(TestingTerminal.run("explain", mistakes)).isEqualTo(invalid);
  }

  @Test
  void breaksNoWordOfAProblemInATerminal() {
    TestingDrey.Ended ended =
        new TestingTerminal(80)
            .execute("validate", PROBLEMS.resolve("other-words.yaml").toString());

    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err().lines())
        .allMatch(line -> line.length() <= 80 || line.strip().indexOf(' ') < 0);
    assertThat(ended.err().replaceAll("\\s+", " "))
        .contains("Unknown key 'timezone' (did you mean 'zone'? known: field, record, unit,");
  }

  @Test
  void failsOnWarningsOnlyIfStrict() throws IOException {
    String file =
        write(
            """
            sources: {in: {type: stdin}}
            steps: [{id: once, deduplicate: {key: k}}]
            sinks: {out: {type: stdout}}
            """);

    TestingDrey.Ended lenient = TestingTerminal.run("validate", file);

    assertThat(lenient.exit()).isZero();
    assertThat(lenient.lastError())
        .isEqualTo(
            file
                + ":3:20: Warning: steps[0] (deduplicate): Unbounded state: it grows with every new"
                + " key");
    assertThat(TestingTerminal.run("validate", "--strict", file).exit()).isEqualTo(3);
  }

  @Test
  void printsOptionsAsATableOnATerminalAndAsLinesElsewhere() {
    assertThat(new TestingTerminal(true).execute("operators", "filter").out())
        .isEqualTo(
            """
            operator  key  type        default   what it does
            filter         expression  required  the condition an event must meet to pass

            As a command (--print-pipeline shows it as a pipeline file):
              drey filter 'event.status >= 400' conf/samples/access-log.jsonl
              drey filter "event.user == 'alice'" -f path,status -o csv conf/samples/access-log.jsonl
              drey filter "event.sensor == 'roof'" -i logfmt conf/samples/sensors.log
            """);
    assertThat(TestingTerminal.run("operators", "filter").out())
        .isEqualTo(
            "{\"operator\":\"filter\",\"key\":\"\",\"type\":\"expression\",\"default\":"
                + "\"required\",\"what it does\":\"the condition an event must meet to pass\"}\n");
    assertThat(TestingTerminal.run("operators", "-o", "csv").lines())
        .contains("filter,,expression,required,the condition an event must meet to pass");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120})
  void fitsTheOperatorsIntoTheTerminal(int columns) {
    List<String> lines = new TestingTerminal(columns).execute("operators").lines();

    assertThat(lines).allMatch(line -> TextFit.width(line) <= columns);
    assertThat(lines).anyMatch(line -> line.startsWith("state-machine  transitions"));
  }

  @Test
  void takesTheWordsOfAnOptionAsItsCompletionOffersThem() {
    assertThat(TestingTerminal.run("completion", "bash").out())
        .contains("\"mermaid\" \"dot\"", "\"table\" \"json\" \"jsonl\" \"csv\"");
    assertThat(TestingTerminal.run("operators", "filter", "-o", "CSV").lines())
        .startsWith("operator,key,type,default,what it does");
  }

  @Test
  void printsTheSchema() {
    assertThat(TestingTerminal.run("schema"))
        .isEqualTo(new TestingDrey.Ended(0, PipelineSchema.text(), ""));
  }

  @ParameterizedTest
  @CsvSource({"bash", "zsh"})
  void completesInAShell(String shell) throws Exception {
    Path script = directory.resolve("completion");
    Files.writeString(script, TestingTerminal.run("completion", shell).out());
    String words = "COMP_WORDS=(drey run --from) COMP_CWORD=2; _complete_drey";
    String bash = ". '" + script + "' 2>/dev/null; " + words + "; echo \"${COMPREPLY[@]}\"";

    Process process = new ProcessBuilder("bash", "-c", bash).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("--from-savepoint\n");
  }

  @Test
  void tellsTheVersionsThatMatter() {
    List<String> lines = TestingTerminal.run("--version").lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("drey ");
    assertThat(lines.get(1)).isEqualTo("Flink 2.3.0");
    assertThat(lines.get(2)).isEqualTo("Java " + Runtime.version());
  }

  private String write(String body) throws IOException {
    Path file = directory.resolve("x.yaml");
    Files.writeString(file, "version: 1\n" + body);
    return file.toString();
  }
}
