// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileOrderTest {
  private final Path dir;

  FileOrderTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // logrotate, with numbers
        "app.log.10.gz app.log.9.gz app.log.2.gz app.log.1 app.log",
        // logrotate with dateext, twice on one day
        "app.log-20231231.gz app.log-20240101 app.log-20240101.1 app.log",
        "app.log-20240101-1704067200 app.log-20240102-1704153600 app.log",
        // hourly, with and without separators
        "app.log-2024010109 app.log-2024010110 app.log",
        "app.log.2024-01-01-09 app.log.2024-01-01-10 app.log",
        // Logback and Log4j
        "app.2024-01-01.9.log.gz app.2024-01-01.10.log.gz app.2024-01-02.1.log app.log",
        "app-2024-01-01.log app-2024-01-02T10-30-00.log app.log",
        // Python's TimedRotatingFileHandler, IIS-like underscore, zstandard and bzip2
        "app.log.2024-01-01_09-00-00 app.log.2024-01-01_10-00-00 app.log",
        "app.log_3.zst app.log_2.bz2 app.log_1 app.log",
        // dates, then numbers, then the base
        "app.log.20240101 app.log.2 app.log.1 app.log",
        // a family stands where its base stands
        "aaa app.log.1 app.log app.log.bak bbb",
        // two families
        "a.log.2 a.log.1 a.log b.log.2 b.log.1 b.log",
        // not a generation: leading zeros, more than four digits, not a date
        "app.log app.log.01 app.log.02 app.log.10000",
        "app.log app.log.20241301 app.log.20241401",
        // no base
        "x.log.1 x.log.2 x.log.10",
        "part-1 part-2 part-10",
      })
  void readsTheOldestFirst(String names) throws IOException {
    List<String> expected = List.of(names.split(" "));
    for (String name : expected) {
      Files.createFile(dir.resolve(name));
    }
    List<String> shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(sort(FileOrder.ROTATION, shuffled)).isEqualTo(expected);
  }

  @Test
  void findsABaseThatIsNotListed() throws IOException {
    Files.createFile(dir.resolve("app.log"));

    assertThat(sort(FileOrder.ROTATION, List.of("app.log.1", "app.log.2")))
        .containsExactly("app.log.2", "app.log.1");
  }

  @Test
  void sortsByNameAlone() throws IOException {
    assertThat(sort(FileOrder.NAME, List.of("app.log.1", "app.log.10", "app.log.2", "app.log")))
        .containsExactly("app.log", "app.log.1", "app.log.2", "app.log.10");
  }

  @Test
  void sortsByTheTimeOfTheLastChange() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      Files.createFile(dir.resolve(name));
    }
    Files.setLastModifiedTime(dir.resolve("c"), FileTime.fromMillis(1000));
    Files.setLastModifiedTime(dir.resolve("a"), FileTime.fromMillis(2000));
    Files.setLastModifiedTime(dir.resolve("b"), FileTime.fromMillis(2000));

    List<String> names =
        new InputFiles(FilePaths.parse(dir.toString()), FileOrder.MODIFIED)
            .list(new RotationBases()).stream()
                .map(file -> Path.of(file.path()).getFileName().toString())
                .toList();

    assertThat(names).containsExactly("c", "a", "b");
  }

  private List<String> sort(FileOrder order, List<String> names) throws IOException {
    InputFile[] files =
        names.stream().map(n -> new InputFile(dir + "/" + n, 0, 0, "")).toArray(InputFile[]::new);
    return order.sort(Arrays.asList(files), new RotationBases()).stream()
        .map(file -> file.path().substring(dir.toString().length() + 1))
        .toList();
  }
}
