// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.sink.stdout.Stdout;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class EvalCommandTest {
  private final Path directory;
  private final Path events;

  EvalCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.events = directory.resolve("events.jsonl");
    Files.writeString(
        events,
        """
        {"k":"a","v":{"x": 1.50}}
        {"k":"b"}
        {"k":"a","v":"text"}
        """);
  }

  @Test
  void printsAJsonValuePerEventInTheirOrder() {
    TestingDrey.Ended ended = eval("event.v", events.toString());

    assertThat(ended).isEqualTo(new TestingDrey.Ended(0, "{\"x\": 1.50}\nnull\n\"text\"\n", ""));
  }

  @Test
  void printsTextWithoutQuotesIfRaw() {
    assertThat(eval("-r", "event.v", events.toString()).lines())
        .containsExactly("{\"x\": 1.50}", "null", "text");
  }

  @Test
  void endsAfterSomeResults() {
    assertThat(eval("-n", "2", "event.k", events.toString()).lines())
        .containsExactly("\"a\"", "\"b\"");
  }

  @Test
  void keepsTheStateOfAScriptPerKey() {
    assertThat(
            eval("--script", "emit({'n': ++state.n}); drop()", "-k", "k", events.toString())
                .lines())
        .containsExactly("{\"n\":1}", "{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void readsAScriptFromAFile() throws IOException {
    Path script = directory.resolve("count.jexl");
    Files.writeString(script, "state.n = (state.n ?? 0) + 1;\nemit({'n': state.n}); drop()");

    assertThat(eval("--script", script.toString(), events.toString()).lines())
        .containsExactly("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
  }

  @Test
  void saysWhatAllEventsLack() {
    assertThat(eval("event.va.x", events.toString()).err())
        .isEqualTo(
            "Warning: step 'eval': all 3 events null: the first has no field 'va.x' (did you mean"
                + " 'v.x'? found: k, v)\n");
  }

  @Test
  void failsIfStrictWhereAnEventHasNoResult() throws IOException {
    String half = "x".repeat(600_000);
    Files.writeString(events, "{\"s\":\"%s\"}\n{\"s\":\"y\"}\n".formatted(half));

    TestingDrey.Ended ended = eval("--strict", "event.s + event.s", events.toString());

    assertThat(ended.out()).isEqualTo("\"yy\"\n");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.lastError())
        .isEqualTo("drey: Failed to run eval with --strict: 1 eval.invalid");
  }

  @Test
  void showsThePlaceOfAMistake() {
    TestingDrey.Ended ended = eval("event.a +\n\tuppr(event.b)", events.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith(
            "  \tuppr(event.b)\n  \t^\ndrey: line 2: Unknown function: 'uppr' (did you mean upper?")
        .endsWith(" (see drey eval --help)\n");
  }

  @Test
  void showsThePlaceOfAMistakeInAScript() {
    assertThat(eval("--script", "event.n = ++stat.n", events.toString()).err())
        .isEqualTo(
            """
              event.n = ++stat.n
                          ^
            drey: Unknown variable: 'stat' (did you mean state?) (see drey eval --help)
            """);
  }

  @Test
  void needsNoInputWhereTheEventIsNotRead() {
    assertThat(atATerminal("round(2.26, 1) + ``.length()"))
        .isEqualTo(new TestingDrey.Ended(0, "2.3\n", ""));
    assertThat(atATerminal("-r", "'a' + 1").out()).isEqualTo("a1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          event.x # Missing FILE: the expression reads the event (- reads events from the terminal)
          `${event.x}` # Missing FILE: the expression reads the event (- reads events from the terminal)
          event.x x -k k # Invalid --key: must be given with --script, which has state
          event.x pom.xml -i jsn # --input-format: Invalid format: must be one of json, logfmt, csv, tsv, text but was 'jsn'
          """)
  void refusesWhatItCannotEvaluate(String arguments, String message) {
    assertThat(atATerminal(arguments.split(" ", -1)))
        .isEqualTo(new TestingDrey.Ended(2, "", "drey: " + message + " (see drey eval --help)\n"));
  }

  private static TestingDrey.Ended atATerminal(String... arguments) {
    System.setProperty("drey.stdin.terminal", "true");
    try {
      return eval(arguments);
    } finally {
      System.clearProperty("drey.stdin.terminal");
    }
  }

  private static TestingDrey.Ended eval(String... arguments) {
    List<String> all = new ArrayList<>(List.of("eval"));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stdout.redirect(out);
    try {
      TestingDrey.Ended ended = TestingTerminal.run(all.toArray(new String[0]));
      return new TestingDrey.Ended(ended.exit(), ended.out() + out.toString(UTF_8), ended.err());
    } finally {
      Stdout.redirect(new FileOutputStream(FileDescriptor.out));
    }
  }
}
