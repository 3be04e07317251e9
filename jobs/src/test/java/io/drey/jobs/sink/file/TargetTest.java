// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drey.jobs.sink.line.LineOptions;
import io.drey.jobs.sink.line.OutputFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file sink writes to: whatever leads to one file is one target, which one run holds. */
class TargetTest {
  private final Path dir;

  TargetTest(@TempDir Path dir) throws IOException {
    this.dir = dir.toRealPath();
  }

  @Test
  void knowsAFileByAnyNameOfIt() throws Exception {
    Files.createDirectories(dir.resolve("a/b"));
    Files.createSymbolicLink(dir.resolve("link"), dir.resolve("a"));
    Files.createSymbolicLink(dir.resolve("dangling.jsonl"), Path.of("a/b/x.jsonl"));
    String file = dir + "/a/b/x.jsonl";

    assertThat(target("a/b/x.jsonl")).isEqualTo(file);
    assertThat(target("a/./c/../b/x.jsonl")).isEqualTo(file);
    assertThat(target("link/b/x.jsonl")).isEqualTo(file);
    assertThat(target("dangling.jsonl")).isEqualTo(file);
    assertThat(sink("file:" + dir + "/a/b/x.jsonl").target()).isEqualTo(file);
    assertThat(target("a/b/y.jsonl")).isNotEqualTo(file);
    assertThat(target("new/deep/out")).isEqualTo(dir + "/new/deep/out");
    assertThat(sink("s3://bucket/out").target()).isEqualTo("s3://bucket/out");
    assertThat(sink("/dev/null").target()).isNull();
  }

  @Test
  void letsOneRunHoldAFile() throws Exception {
    try (Closeable first = sink(dir + "/out/x.jsonl").hold()) {
      assertThatThrownBy(() -> sink(dir + "/out/../out/x.jsonl").hold())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Cannot write to '%s/out/../out/x.jsonl': another run writes to it, and holds"
                  + " '%s/out/.x.jsonl.lock'",
              dir, dir);
      try (Closeable other = sink(dir + "/out/y.jsonl").hold()) {
        assertThat(dir.resolve("out/.y.jsonl.lock")).exists();
      }
    }
    try (Closeable next = sink(dir + "/out/x.jsonl").hold()) {
      assertThat(dir.resolve("out/.x.jsonl.lock")).exists();
    }
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void letsOneRunHoldADirectory() throws Exception {
    try (Closeable first = sink(dir + "/out").hold()) {
      Files.writeString(dir.resolve("out/part-0-0.jsonl"), "");
      assertThatThrownBy(() -> sink(dir + "/out").hold())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(dir.resolve("out")).isDirectoryNotContaining("glob:**/.lock");
    assertThat(dir.resolve("out/part-0-0.jsonl")).exists();
  }

  @Test
  void deletesWhatKilledRunsLeftBehind() throws Exception {
    write("out/.part-0-8.jsonl.inprogress.x");
    write("out/part-0-7.jsonl");
    write("out/.mine.inprogress.x");
    write(".x.jsonl.inprogress.1");
    write(".y.jsonl.inprogress.2");

    sink(dir + "/out").tidy();
    sink(dir + "/x.jsonl").tidy();

    assertThat(dir.resolve("out"))
        .isDirectoryContaining("glob:**/part-0-7.jsonl")
        .isDirectoryContaining("glob:**/.mine.inprogress.x")
        .isDirectoryNotContaining("glob:**/.part-*");
    assertThat(dir)
        .isDirectoryContaining("glob:**/.y.jsonl.inprogress.2")
        .isDirectoryNotContaining("glob:**/.x.jsonl.*");
  }

  private void write(String name) throws IOException {
    Files.createDirectories(requireNonNull(dir.resolve(name).getParent()));
    Files.writeString(dir.resolve(name), "{}\n");
  }

  private String target(String name) {
    return requireNonNull(sink(dir + "/" + name).target());
  }

  private static FileSink sink(String path) {
    return new FileSink(path, LineOptions.of(OutputFormat.JSON), FileMode.APPEND);
  }
}
