// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.cli.command.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  private final InputStream before = System.in;
  private final Path directory;

  InitCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void restoreInput() {
    System.setIn(before);
  }

  @Test
  void writesToAFileThatIsNotThere() throws IOException {
    String log = file("a.jsonl", "{\"a\":1}\n");
    String target = directory.resolve("p.yaml").toString();

    TestingDrey.Ended first = TestingTerminal.run("init", log, "-o", target);
    TestingDrey.Ended second = TestingTerminal.run("init", log, "-o", target);

    assertThat(first).isEqualTo(new TestingDrey.Ended(ExitCode.OK, "", ""));
    assertThat(second.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(second.err())
        .isEqualTo(
            "drey: Cannot write '" + target + "': it already exists (--force overwrites it)\n");
    assertThat(TestingTerminal.run("init", log, "-o", target, "--force").exit()).isZero();
    assertThat(Files.readString(Path.of(target)))
        .isEqualTo(TestingTerminal.run("init", log).out())
        .contains("    path: " + log + "\n");
  }

  @Test
  void saysWhatToDoNextOnATerminal() {
    String log = file("a.jsonl", "{\"a\":1}\n");

    assertThat(new TestingTerminal(true).execute("init", log).err())
        .isEqualTo(
            "Next: write it to a file with -o pipeline.yaml, and run that: drey run"
                + " pipeline.yaml\n");
    assertThat(
            new TestingTerminal(true)
                .execute("init", log, "--force", "-o", directory.resolve("q.yaml").toString())
                .err())
        .isEqualTo("Next: drey run " + directory.resolve("q.yaml") + "\n");
  }

  @Test
  void readsStandardInput() {
    System.setIn(new ByteArrayInputStream("a=1 b=x\na=2 b=y\n".getBytes(UTF_8)));

    assertThat(TestingTerminal.run("init", "-").out())
        .contains("name: events\n", "    type: stdin\n    format: logfmt\n");
    assertThat(TestingTerminal.run("init", "-", "b").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void readsAllFilesOfADirectoryAndWhatIsCompressed() throws IOException {
    Path logs = Files.createDirectories(directory.resolve("logs"));
    Files.writeString(logs.resolve("a.log"), "{\"a\":1}\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("b.gz")))) {
      out.write("{\"b\":2}\n".getBytes(UTF_8));
    }

    assertThat(TestingTerminal.run("init", logs.toString()).out())
        .contains("the first 2 events", "#   a  1 (in 1 event)\n#   b  2 (in 1 event)\n");
  }

  @Test
  void readsOtherEncodings() throws IOException {
    Path log = directory.resolve("wide.csv");
    Files.write(log, "\uFEFFa,b\n1,ü\n".getBytes(StandardCharsets.UTF_16LE));
    Path latin = directory.resolve("latin.csv");
    Files.write(latin, "a,b\n1,ü\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(TestingTerminal.run("init", log.toString()).out())
        .contains("    encoding: UTF-16LE\n", "#   b  ü\n");
    assertThat(TestingTerminal.run("init", latin.toString()).out())
        .contains("    encoding: ISO-8859-1\n", "#   b  ü\n");
  }

  @Test
  void refusesWhatIsNoLog() throws IOException {
    ByteArrayOutputStream binary = new ByteArrayOutputStream();
    for (int i = 0; i < 1000; i++) {
      binary.write(i * 7);
    }
    Path program = directory.resolve("program");
    Files.write(program, binary.toByteArray());

    assertThat(error(file("empty.log", "\n \n")))
        .isEqualTo("Cannot find a format in '" + directory + "/empty.log': it is empty");
    assertThat(error(program.toString()))
        .isEqualTo(
            "Cannot find a format in '"
                + program
                + "': it is no text, or UTF-16 without a byte order mark");
    assertThat(error(directory + "/gone.log"))
        .isEqualTo("Cannot read '" + directory + "/gone.log': no such file");
  }

  private static String error(String log) {
    TestingDrey.Ended ended = TestingTerminal.run("init", log);
    assertThat(ended.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.out()).isEmpty();
    return ended.lastError().substring("drey: ".length());
  }

  private String file(String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content).toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
