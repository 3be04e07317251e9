// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.PipelineArguments;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.bootstrap.Bootstrap;
import io.drey.state.bootstrap.FilledOperator;
import io.drey.state.bootstrap.InvalidRowsException;
import io.drey.state.bootstrap.OperatorStates;
import io.drey.state.bootstrap.RowLines;
import io.drey.state.bootstrap.SourceStart;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.file.TemporaryDirectory;
import io.drey.state.snapshot.metadata.EmptySavepoint;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Writes a savepoint with state of an operator that has not run yet. */
public final class BootstrapCommand implements Command {
  private static final List<String> COLUMNS = List.of("operator", "state", "entries", "bytes");
  private static final String FLINK_1 = "1.20";

  private final Terminal terminal;
  private final Options options =
      new Options(
          "Writes a savepoint with state for an operator before its first start, from rows as drey"
              + " state read prints them.");

  private final PipelineArguments pipelines = new PipelineArguments(options);
  private final BootstrapOptions operator = new BootstrapOptions(options, pipelines);

  private final Value<String> data =
      options.required(
          "--from",
          "DATA",
          String.class,
          "the rows, one JSON object a line; may be compressed by gzip; - is standard input");

  private final OptionalValue<String> onto =
      options.value(
          "--onto", "SAVEPOINT", String.class, "a savepoint that the operator is added to");

  private final OptionalValue<String> flink =
      options.value("--for", "VERSION", String.class, "write a savepoint for Flink " + FLINK_1);

  private final OptionalValue<String> ttlFrom =
      options.value(
          "--ttl-from",
          "INSTANT",
          String.class,
          "the last access of rows that do not say it, such as 2026-01-31T12:00:00Z; default: now");

  private final WritingOptions writing;
  private final FormatOption format = new FormatOption(options);

  public BootstrapCommand(Terminal terminal) {
    this.terminal = terminal;
    this.writing =
        WritingOptions.ofAdding(
            terminal,
            options,
            "sort rows, and copy the files that RocksDB needs",
            () -> Usage.check(pipelines::jars));
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return writing.run(this::bootstrap);
  }

  private int bootstrap() {
    boolean isForFlink1 = isForFlink1();
    long access = access();
    OperatorStates states = operator.states(writing::read, terminal);
    if (states == null) {
      return ExitCode.INVALID_PIPELINE;
    }
    try (TemporaryDirectory temporary = TemporaryDirectory.in(writing.temporary())) {
      SavepointWriting target = target(temporary, isForFlink1);
      checkFits(target.source().metadata(), states);
      checkConnector(target.source().metadata(), states);
      return write(states, access, target, temporary);
    } catch (NoSuchFileException e) {
      throw new UsageException("Invalid --from: must be a file but was '" + data.get() + "'");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + data.get() + ": " + e.getMessage(), e);
    } catch (InvalidRowsException e) {
      e.problems().forEach(terminal::tell);
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.INVALID_PIPELINE;
    }
  }

  private int write(
      OperatorStates states, long access, SavepointWriting target, TemporaryDirectory temporary)
      throws IOException {
    try (RowLines lines = RowLines.open(data.get());
        FilledOperator filled = filled(states, lines, access, temporary)) {
      if (filled.rows() == 0) {
        terminal.error("Nothing to write: " + data.get() + " has no row");
        return ExitCode.FAILED;
      }
      target.writeWith(filled);
      print(filled);
      return target.exitCode();
    }
  }

  private static FilledOperator filled(
      OperatorStates states, RowLines lines, long access, TemporaryDirectory temporary)
      throws IOException {
    return states.isKafka()
        ? SourceStart.of(states, lines)
        : Bootstrap.of(states, lines, access, temporary.path());
  }

  private void print(FilledOperator filled) {
    List<List<String>> rows =
        filled.counts().stream()
            .map(
                count ->
                    List.of(
                        filled.id().toString(),
                        count.state(),
                        String.valueOf(count.entries()),
                        String.valueOf(count.bytes())))
            .toList();
    format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
    terminal.out().flush();
  }

  private SavepointWriting target(TemporaryDirectory temporary, boolean isForFlink1)
      throws IOException {
    String given = onto.get();
    if (given == null) {
      if (isForFlink1) {
        EmptySavepoint.ofFlink1(temporary.path());
      } else {
        EmptySavepoint.ofFlink2(temporary.path());
      }
      return writing.open(temporary.path().toString());
    }
    SavepointWriting target = writing.open(given);
    if (isForFlink1 && !target.source().metadata().isOfFlink1()) {
      throw new UsageException(
          "Invalid --for: must be left out, since Flink 2 wrote the savepoint of --onto");
    }
    return target;
  }

  /** The Kafka connector of Flink 1 keeps no offsets of partitions that no reader has. */
  private static void checkConnector(Metadata metadata, OperatorStates states) {
    if (states.isKafka() && metadata.isOfFlink1()) {
      throw new RefusedException(
          states.id(),
          "a Kafka source that has not run starts in Flink 1 where the job tells it to, not where a"
              + " savepoint does");
    }
  }

  private static void checkFits(Metadata metadata, OperatorStates states) {
    int ours = states.maxParallelism();
    for (OperatorSnapshot other : metadata.operators()) {
      if (other.id().hash().equals(states.id().hash())) {
        throw new RefusedException(
            states.id(),
            "the savepoint has it already: drop it there (drey state migrate with operators: {"
                + states.id()
                + ": drop}), or give the new one another --uid");
      }
    }
    boolean isAlone =
        !metadata.operators().isEmpty()
            && metadata.operators().stream().noneMatch(other -> other.maxParallelism() == ours);
    if (isAlone) {
      int theirs = metadata.operators().get(0).maxParallelism();
      throw new RefusedException(
          states.id(),
          "its max parallelism is "
              + ours
              + " but that of the savepoint's operators "
              + theirs
              + ": --max-parallelism "
              + theirs
              + ", and the same in the job (settings: max-parallelism)");
    }
  }

  private boolean isForFlink1() {
    String version = flink.get();
    if (version != null && !version.equals(FLINK_1)) {
      throw new UsageException(
          "Invalid --for: must be "
              + FLINK_1
              + ", or left out for Flink 2, but was '"
              + version
              + "'");
    }
    return version != null;
  }

  private long access() {
    String instant = ttlFrom.get();
    if (instant == null) {
      return System.currentTimeMillis();
    }
    try {
      return Instant.parse(instant).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new UsageException(
          "Invalid --ttl-from: must be like 2026-01-31T12:00:00Z but was '" + instant + "'");
    }
  }
}
