// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.function.UserJars;
import io.drey.jobs.local.LocalRun;
import io.drey.jobs.local.RunOptions;
import io.drey.jobs.local.RunReport;
import io.drey.jobs.local.SharedCluster;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.sink.stdout.Stdout;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs pipelines of Drey in this process, over the events of one directory. */
public final class PipelineRun {
  private static final List<String> EVENTS =
      List.of(
          "{'t':'2024-01-01T00:00:00Z','k':'a','n':1,'s':'open'}",
          "{'t':'2024-01-01T00:00:01Z','k':'b','n':1,'s':'open'}",
          "{'t':'2024-01-01T00:00:02Z','k':'a','n':2,'s':'knock'}",
          "{'t':'2024-01-01T00:00:03Z','k':'c','n':5,'s':'open'}");

  private final Path directory;

  /**
   * @param directory gets the events, and all that is written; {@code ${var:DIR}} in pipelines
   */
  public PipelineRun(Path directory) throws Exception {
    this.directory = directory;
    String lines = String.join("\n", EVENTS).replace('\'', '"') + "\n";
    Files.writeString(directory.resolve("events.jsonl"), lines);
    Stdout.redirect(OutputStream.nullOutputStream());
    SharedCluster.use();
  }

  /** Runs until all is read, and tells where the savepoint is. */
  public String savepoint(Path pipeline, Path... jars) throws Exception {
    String to = directory.resolve("savepoints").toString();
    RunReport report = run(pipeline, RunOptions.PLAIN.keptOpen(to), List.of(jars));
    return Objects.requireNonNull(report.savepoint(), () -> "failed: " + report.failure())
        .replaceFirst("^file:", "");
  }

  /** Continues from a savepoint to the end of input; null if that succeeds. */
  public @Nullable Throwable failureFrom(String savepoint, Path pipeline, Path... jars)
      throws Exception {
    return run(pipeline, RunOptions.PLAIN.from(savepoint), List.of(jars)).failure();
  }

  private RunReport run(Path pipeline, RunOptions options, List<Path> jars) throws Exception {
    UserJars classes = new UserJars(jars);
    Loaded loaded = classes.within(() -> PipelineFile.load(pipeline, variables()));
    if (loaded.pipeline() == null || loaded.wiring() == null) {
      throw new AssertionError(loaded.problems().toString());
    }
    return new LocalRun(
            loaded.pipeline(),
            loaded.wiring(),
            options.with(classes),
            Files.createTempDirectory(directory, ".run"))
        .execute(counts -> {});
  }

  private Map<String, String> variables() {
    return Map.of("DIR", directory.toString());
  }

  /** A pipeline file of a text. */
  public Path file(String name, String text) throws Exception {
    return Files.write(directory.resolve(name), text.getBytes(UTF_8));
  }
}
