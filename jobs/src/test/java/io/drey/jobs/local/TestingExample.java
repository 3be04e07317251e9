// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.pages.TestingCheckout;
import io.drey.jobs.pages.TestingExamples;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.pipeline.Wiring;
import io.drey.jobs.sink.stdout.Stdout;
import io.drey.jobs.yaml.Problem;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs files of {@code conf/pipelines} on their samples. */
final class TestingExample {
  private TestingExample() {}

  /**
   * Runs one that has no errors.
   *
   * @param folder where it may write
   * @return the files it writes, its {@code stdout}, {@code sinks}: how many events each took, and
   *     {@code warnings}, if there are any
   */
  static Map<String, String> run(String name, Path folder) throws Exception {
    return run(name, folder, TestingWay.of(RunOptions.PLAIN));
  }

  /** Runs one in a chosen way. */
  static Map<String, String> run(String name, Path folder, RunOptions options) throws Exception {
    SharedCluster.use();
    TestingCheckout checkout = TestingCheckout.in(folder);
    Loaded loaded = PipelineFile.load(checkout.file(TestingExamples.path(name)), Map.of());
    assertThat(loaded.problems()).noneMatch(Problem::isError);
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    Stdout.redirect(stdout);
    RunReport report;
    try {
      report = run(loaded, options, Files.createDirectory(folder.resolve("temporary")));
    } finally {
      Stdout.redirect(new FileOutputStream(FileDescriptor.out));
    }
    assertThat(report.failure()).isNull();

    Map<String, String> written = texts(folder.resolve("out"));
    String printed = stdout.toString(UTF_8);
    written.put("stdout", hasOrder(loaded) ? printed : sorted(printed));
    written.put("sinks", sorted(counts(loaded, report.counts())));
    if (!loaded.problems().isEmpty()) {
      written.put("warnings", lines(loaded.problems().stream().map(Problem::toString).sorted()));
    }
    written.replaceAll((file, text) -> checkout.relative(text));
    return written;
  }

  /** A sink that reads several outputs writes their events in no fixed order. */
  private static boolean hasOrder(Loaded loaded) {
    Wiring wiring = Objects.requireNonNull(loaded.wiring());
    return Objects.requireNonNull(loaded.pipeline()).sinks().keySet().stream()
        .noneMatch(id -> wiring.inputsOf(id).size() > 1);
  }

  private static RunReport run(Loaded loaded, RunOptions options, Path temporary) throws Exception {
    return new LocalRun(
            Objects.requireNonNull(loaded.pipeline()),
            Objects.requireNonNull(loaded.wiring()),
            options,
            temporary)
        .execute(counts -> {});
  }

  private static String counts(Loaded loaded, RunCounts counts) {
    Pipeline pipeline = Objects.requireNonNull(loaded.pipeline());
    return lines(
        pipeline.sinks().keySet().stream().map(id -> id + ": " + counts.sum("sink", id, "events")));
  }

  /** The texts of a folder's files, but for {@code stdout} with their lines sorted. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          String text = Files.readString(file);
          texts.put(name, name.equals("stdout") ? text : sorted(text));
        }
      }
    }
    return texts;
  }

  static String sorted(String text) {
    return lines(text.lines().sorted());
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
