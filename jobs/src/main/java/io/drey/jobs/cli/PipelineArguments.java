// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.jobs.pipeline.Loaded;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The options of every command that reads a pipeline file. */
public final class PipelineArguments {
  private static final String STDIN = "-";

  private final Value<Map<String, String>> variables;
  private final Value<List<Path>> jars;

  /** Adds them to those of a command. */
  public PipelineArguments(Options options) {
    variables =
        options.pairs("--set", "NAME=VALUE", "the value of $${var:NAME} in the pipeline file");
    jars =
        options.values(
            "--jar", "FILE", Path.class, "a jar with classes that the pipeline file names");
  }

  /**
   * The jars.
   *
   * @throws IllegalArgumentException if one is not a readable jar
   */
  public UserJars jars() {
    return new UserJars(jars.get());
  }

  /** The variables that are set. */
  public Map<String, String> variables() {
    return variables.get();
  }

  /** Loads a file and reports all its problems on standard error. */
  public Loaded load(Path file, Terminal terminal) {
    return load(fileAt(file), terminal, EnumSet.allOf(Problem.Severity.class));
  }

  /**
   * The same with the text of a file.
   *
   * @param label what problems call the file
   */
  public Loaded load(String label, String text, Terminal terminal) {
    return load(
        () -> PipelineFile.parse(label, text, ExternalValues.process(variables.get())),
        terminal,
        EnumSet.complementOf(EnumSet.of(Problem.Severity.GUESS)));
  }

  /** The same for a run, which sees in the events what the file alone lets one guess. */
  Loaded loadToRun(Path file, Terminal terminal) {
    return load(fileAt(file), terminal, EnumSet.complementOf(EnumSet.of(Problem.Severity.GUESS)));
  }

  private Supplier<Loaded> fileAt(Path file) {
    return isStdin(file)
        ? () -> PipelineFile.parse(STDIN, stdin(), ExternalValues.process(variables.get()))
        : () -> PipelineFile.load(file, variables.get());
  }

  private static String stdin() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read standard input: " + e.getMessage(), e);
    }
  }

  /** Whether a pipeline file is to be read from standard input. */
  static boolean isStdin(Path file) {
    return file.toString().equals(STDIN);
  }

  private Loaded load(Supplier<Loaded> pipeline, Terminal terminal, Set<Problem.Severity> told) {
    Loaded loaded = Usage.check(this::jars).within(pipeline);
    loaded.problems().stream()
        .filter(problem -> told.contains(problem.severity()))
        .forEach(problem -> terminal.tell(problem.toString()));
    terminal.err().flush();
    return loaded;
  }
}
