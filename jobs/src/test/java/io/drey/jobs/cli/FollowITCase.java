// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are followed while they are written and rotated, by a run that is killed twice. */
@Tag("full")
@Timeout(240)
class FollowITCase {
  private static final String PIPELINE =
      """
      version: 1
      name: followed
      sources:
        in: {type: file, path: "log/app.log*", follow: true, poll: 50ms, time: {field: at}}
      steps: [{id: number, sequence: {}}]
      sinks: {out: {type: file, path: out}}
      settings: {checkpoint: {every: 200ms, dir: checkpoints}}
      """;

  private final Path work;
  private int written;
  private int rotated;

  FollowITCase(@TempDir Path work) {
    this.work = work;
  }

  /** How a log is rotated when it is due. */
  enum Rotation {
    RENAME {
      @Override
      void rotate(Path log) throws IOException {
        Files.move(log, generation(log, 1));
      }
    },
    COPY_AND_TRUNCATE {
      @Override
      void rotate(Path log) throws IOException {
        try (OutputStream copy = Files.newOutputStream(generation(log, 1))) {
          byte[] all = Files.readAllBytes(log);
          copy.write(all, 0, all.length / 2);
          pause(30);
          copy.write(all, all.length / 2, all.length - all.length / 2);
        }
        Files.newOutputStream(log).close();
      }
    },
    RENAME_AND_COMPRESS {
      @Override
      void rotate(Path log) throws IOException {
        Files.move(log, generation(log, 1));
        Path before = generation(log, 2);
        if (Files.exists(before)) {
          Path compressed = Path.of(before + ".gz");
          try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(Files.readAllBytes(before));
          }
          Files.delete(before);
        }
      }
    };

    abstract void rotate(Path log) throws IOException;

    static Path generation(Path log, int number) {
      return Path.of(log + "." + number);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsEachLineOnceAndInOrder(Rotation rotation) throws Exception {
    Files.writeString(work.resolve("followed.yaml"), PIPELINE);
    Files.createDirectories(work.resolve("log"));
    String[] arguments = {"run", "followed.yaml"};
    for (int i = 0; i < 2; i++) {
      try (TestingDrey drey = TestingDrey.start(work, arguments)) {
        // in a first listing every file is one of its own, also a copy
        append(work.resolve("log/app.log"), line(written++) + "\n");
        drey.awaitUntil(() -> !lines().isEmpty());
        int goal = lines().size() + 200;
        drey.awaitUntil(() -> lines().size() >= goal || write(rotation));
        drey.kill();
        assertThat(drey.await().exit()).as(drey.said()).isEqualTo(128 + 9);
      }
      write(rotation);
      arguments = new String[] {"run", "followed.yaml", "--from-savepoint", "checkpoints"};
    }

    try (TestingDrey drey = TestingDrey.start(work, arguments)) {
      int goal = written + 200;
      drey.awaitUntil(() -> written >= goal || write(rotation));
      drey.awaitUntil(() -> lines().size() == written);
      drey.signal("INT");
      assertThat(drey.await().exit()).as(drey.said()).isEqualTo(130);
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < written; i++) {
      expected.add(line(i).replace("}", ",\"seq\":" + (i + 1) + "}"));
    }
    assertThat(lines()).isEqualTo(expected);
  }

  /** Writes some lines, the last one in two halves, and rotates; false, for it is never enough. */
  private boolean write(Rotation rotation) {
    try {
      writeAndRotate(rotation);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeAndRotate(Rotation rotation) throws IOException {
    Path log = work.resolve("log/app.log");
    for (int i = 0; i < 30; i++) {
      String line = line(written) + "\n";
      append(log, line.substring(0, 20));
      if (i % 10 == 9) {
        pause(20);
      }
      append(log, line.substring(20));
      written++;
    }
    for (int generation = rotated; generation >= 1; generation--) {
      for (String suffix : List.of("", ".gz")) {
        Path from = Path.of(Rotation.generation(log, generation) + suffix);
        if (Files.exists(from)) {
          Files.move(from, Path.of(Rotation.generation(log, generation + 1) + suffix));
        }
      }
    }
    rotation.rotate(log);
    pause(50);
    append(log, "");
    rotated++;
    pause(50);
  }

  private static void append(Path log, String text) throws IOException {
    Files.write(log, text.getBytes(UTF_8), CREATE, APPEND);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(int number) {
    return "{\"n\":%d,\"at\":\"2024-01-01T%02d:%02d:%02dZ\"}"
        .formatted(number, number / 3600, number / 60 % 60, number % 60);
  }

  private List<String> lines() {
    try {
      return readLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> readLines() throws IOException {
    List<String> lines = new ArrayList<>();
    Path out = work.resolve("out");
    if (Files.isDirectory(out)) {
      try (Stream<Path> parts = Files.list(out)) {
        Comparator<Path> byNumber =
            Comparator.comparing((Path part) -> part.toString().length())
                .thenComparing(Path::toString);
        for (Path part : parts.sorted(byNumber).toList()) {
          if (!part.getFileName().toString().startsWith(".")) {
            lines.addAll(Files.readAllLines(part));
          }
        }
      }
    }
    return lines;
  }
}
