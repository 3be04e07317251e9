// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the step {@code lookup} adds to events. */
@Timeout(120)
class LookupITCase {
  private static final List<String> EVENTS =
      List.of("{\"id\":1}", "{\"id\":\"1\"}", "{\"id\":1.0,\"x\":\"own\"}", "{\"id\":2}", "{}");

  private final TestingRun runs;
  private final Path directory;

  LookupITCase(@TempDir Path directory) {
    this.directory = directory;
    runs = new TestingRun(directory);
  }

  @Test
  void comparesKeysAsTheyAre() throws Exception {
    table("t.csv", "id,x\n1,a\n");

    RunReport report = run("{file: %DIR%/t.csv, key: id}", EVENTS);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"id\":1,\"x\":\"a\"}", "{\"id\":\"1\"}", "{\"id\":1.0,\"x\":\"a\"}", "{\"id\":2}");
    assertThat(runs.read("missing")).containsExactly("{\"id\":\"1\"}", "{\"id\":2}");
    assertThat(runs.read("invalid")).containsExactly("{\"error\":\"Missing key 'id'\"}");
    assertThat(report.counts().sum("step", "who", "skippedValues")).isEqualTo(1);
  }

  @Test
  void readsNumbersOfAColumnAsText() throws Exception {
    table("t.csv", "id,x\n1,7\n");

    run("{file: %DIR%/t.csv, key: id, text: [id, x], missing: drop}", EVENTS);

    assertThat(runs.read("out")).containsExactly("{\"id\":\"1\",\"x\":\"7\"}");
  }

  @Test
  void countsKeysThatAreTextInTheFile() throws Exception {
    table("t.jsonl", "{\"id\":\"2\",\"x\":1}\n");

    RunReport report = run("{file: %DIR%/t.jsonl, key: id}", EVENTS);

    assertThat(report.counts().sum("step", "who", "skippedValues")).isEqualTo(1);
  }

  @Test
  void addsWhatARowHasUnderNamesWithAPrefix() throws Exception {
    table("t.jsonl", "{\"n\":1,\"a\":{\"b\":null},\"c\":[1]}\n{\"n\":2,\"d\":1}\n");

    run("{file: %DIR%/t.jsonl, key: id, in: n, prefix: t.}", EVENTS);

    assertThat(runs.read("out"))
        .containsExactly(
            "{\"id\":1,\"t.a\":{\"b\":null},\"t.c\":[1]}",
            "{\"id\":\"1\"}",
            "{\"id\":1.0,\"x\":\"own\",\"t.a\":{\"b\":null},\"t.c\":[1]}",
            "{\"id\":2,\"t.d\":1}");
  }

  @Test
  void addsTheColumnsThatAreNamed() throws Exception {
    table("t.tsv", "id\ta\tb\n1\tx\ty\n");

    run("{file: %DIR%/t.tsv, key: id, add: [b], missing: drop}", List.of("{\"id\":1}"));

    assertThat(runs.read("out")).containsExactly("{\"id\":1,\"b\":\"y\"}");
  }

  @Test
  void takesAKeyOfSeveralFields() throws Exception {
    table("t.csv", "x,y,n\n1,a,first\n1,b,second\n");

    run(
        "{file: %DIR%/t.csv, key: [p, q], in: [x, y]}",
        List.of("{\"p\":1,\"q\":\"b\"}", "{\"p\":\"1\",\"q\":\"b\"}", "{\"p\":1}"));

    assertThat(runs.read("out"))
        .containsExactly("{\"p\":1,\"q\":\"b\",\"n\":\"second\"}", "{\"p\":\"1\",\"q\":\"b\"}");
    assertThat(runs.read("invalid")).containsExactly("{\"p\":1,\"error\":\"Missing key 'q'\"}");
  }

  @Test
  void readsACompressedFileOfAnotherDialect() throws Exception {
    Path file = directory.resolve("codes.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("1;\"a;b\"\n".getBytes(StandardCharsets.UTF_8));
    }

    run(
        "{file: %DIR%/codes.gz, key: id, format: csv, delimiter: ';', header: [id, x], missing:"
            + " drop}",
        List.of("{\"id\":1}"));

    assertThat(runs.read("out")).containsExactly("{\"id\":1,\"x\":\"a;b\"}");
  }

  @Test
  void failsBeforeItStartsWhereThereIsNoFile() {
    assertThatThrownBy(() -> run("{file: %DIR%/t.csv, key: id}", EVENTS))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Cannot read '" + directory + "/t.csv': no such file (it is the file of step 'who')");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  private void table(String name, String content) throws Exception {
    Files.writeString(directory.resolve(name), content);
  }

  private RunReport run(String lookup, List<String> events) throws Exception {
    runs.write("in", events);
    return runs.run(
        """
        version: 1
        name: lookup
        sources:
          events: {type: file, path: %DIR%/in}
        steps:
          - id: who
            lookup: $LOOKUP
        sinks:
          out: {type: file, path: %DIR%/out}
          missing: {type: file, path: %DIR%/missing, from: who.missing}
          invalid: {type: file, path: %DIR%/invalid, from: who.invalid}
        """
            .replace("$LOOKUP", lookup)
            .replace("%DIR%", directory.toString()));
  }
}
