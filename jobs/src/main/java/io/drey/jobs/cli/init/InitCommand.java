// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.path.DirectoryEntry;
import io.drey.jobs.path.FilePath;
import io.drey.jobs.pipeline.Pipeline;
import io.drey.jobs.pipeline.PipelineFile;
import io.drey.jobs.source.Source;
import io.drey.jobs.yaml.ExternalValues;
import io.drey.jobs.yaml.YamlText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a pipeline file for a log that it looks at. */
public final class InitCommand implements Command {
  private static final String STDIN = "-";

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Writes a pipeline file for a log: its format, its time and steps that fit, as found in"
              + " the first lines.");
  private final OptionalValue<Path> output =
      options.value("-o, --output", "FILE", Path.class, "write to this file");
  private final Flag force = options.flag("--force", "overwrite the file of -o");
  private final Value<List<String>> files =
      options.optionalParameters(
          "LOG", String.class, "files, directories or globs to look at; - or none: standard input");

  public InitCommand(Terminal terminal) {
    this.terminal = terminal;
    options.examples(
        List.of(
            "drey init conf/samples/httpd.log",
            "drey init conf/samples/orders.csv -o out/orders.yaml --force",
            "drey init < conf/samples/sensors.log"));
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws IOException {
    List<String> paths = paths();
    Findings findings = findings(paths);
    List<String> lines = InitText.of(findings, paths);
    Path target = output.get();
    if (target == null) {
      lines.forEach(terminal.out()::println);
      terminal.out().flush();
    } else {
      write(target, lines);
    }
    if (terminal.errIsTerminal()) {
      terminal.tell(next(target));
      terminal.err().flush();
    }
    return ExitCode.OK;
  }

  private List<String> paths() {
    List<String> given = files.get();
    if (given.size() > 1 && given.contains(STDIN)) {
      throw new UsageException("Cannot read standard input beside files: '-' must stand alone");
    }
    if (given.isEmpty() && Boolean.getBoolean("drey.stdin.terminal")) {
      throw new UsageException("Missing LOG: must be the files of a log");
    }
    return given.contains(STDIN) ? List.of() : given;
  }

  private static Findings findings(List<String> paths) throws IOException {
    if (paths.isEmpty()) {
      return Findings.of(Sample.ofStream(System.in), System.currentTimeMillis());
    }
    List<String> listed = listed(paths);
    if (listed.isEmpty()) {
      throw new IOException("Cannot read '" + String.join(", ", paths) + "': no files in it");
    }
    long written = 0;
    for (String file : listed) {
      written = Math.max(written, written(FilePath.of(file)));
    }
    return Findings.of(Sample.ofFiles(listed), written);
  }

  /** When a file was changed last, in milliseconds. */
  private static long written(org.apache.flink.core.fs.Path file) throws IOException {
    long modified = DirectoryEntry.of(file).modified();
    return FilePath.isLocal(file) ? TimeUnit.NANOSECONDS.toMillis(modified) : modified;
  }

  /** The files in the order in which a source reads them. */
  private static List<String> listed(List<String> paths) throws IOException {
    String all = paths.stream().map(YamlText::scalar).collect(Collectors.joining(", "));
    String text =
        """
        version: 1
        name: list
        sources: {events: {type: file, path: [%s]}}
        sinks: {out: {type: discard}}
        """
            .formatted(all);
    ExternalValues outside = ExternalValues.process(Map.of());
    Pipeline pipeline =
        Objects.requireNonNull(PipelineFile.parse("init", text, outside).pipeline());
    List<String> files = new ArrayList<>();
    for (Source source : pipeline.sourceDefinitions()) {
      files.addAll(source.files());
    }
    return files;
  }

  private void write(Path target, List<String> lines) throws IOException {
    Path directory = target.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    try {
      if (force.isGiven()) {
        Files.write(target, lines, UTF_8);
      } else {
        Files.write(target, lines, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
    } catch (FileAlreadyExistsException isThere) {
      throw new IOException(
          "Cannot write '" + target + "': it already exists (--force overwrites it)");
    }
  }

  private String next(@Nullable Path target) {
    return target == null
        ? "Next: write it to a file with -o pipeline.yaml, and run that: drey run pipeline.yaml"
        : "Next: drey run " + target;
  }
}
