// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.function.UserJars;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that reads a pipeline file. */
public final class PipelineArguments {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "the value of $${var:NAME} in the pipeline file")
  private final Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "a jar with classes that the pipeline file names")
  private final List<Path> jars = new ArrayList<>();

  /**
   * The jars.
   *
   * @throws IllegalArgumentException if one is not a readable jar
   */
  UserJars jars() {
    return new UserJars(jars);
  }

  /** Loads a file and reports all its problems on standard error. */
  public Loaded load(Path file, Terminal terminal) {
    Loaded loaded = usage(this::jars).within(() -> PipelineFile.load(file, variables));
    for (Problem problem : loaded.problems()) {
      terminal.err().println(problem);
    }
    terminal.err().flush();
    return loaded;
  }

  /** Reports an invalid option value as a usage error. */
  <T> T usage(Supplier<T> checked) {
    return Usage.check(spec, checked);
  }
}
