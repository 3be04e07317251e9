// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.Terminal;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.diff.DiffOptions;
import io.drey.state.diff.Difference;
import io.drey.state.diff.SavepointDiff;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two savepoints. */
@Command(
    description = "Compares two savepoints: operators, states, entries.",
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Mixin private final JarOption jars = new JarOption();

  @Parameters(index = "0", paramLabel = "A", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String from;

  @Parameters(
      index = "1",
      paramLabel = "B",
      description = "the savepoint or checkpoint to compare it with")
  @SuppressWarnings("NullAway.Init") // by picocli
  private String to;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      description = "compare one operator only: " + SavepointArguments.OPERATOR)
  private @Nullable String operator;

  @Option(
      names = "--rows",
      description = "print each entry that differs, with its old and new value")
  private boolean rows;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "print at most N entries; all are counted")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--with-ttl",
      description = "compare the times of last access too, which a restore may change")
  private boolean withTtl;

  @Option(
      names = "--tmp",
      paramLabel = "DIR",
      description =
          "where to sort what does not fit into memory; default: the system's temporary directory")
  private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

  @Mixin private final FormatOption format = new FormatOption();

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::diff);
  }

  private Findings diff() {
    DiffOptions options = arguments.usage(this::options);
    SnapshotFiles left = SnapshotFiles.at(from);
    SnapshotFiles right = SnapshotFiles.at(to);
    Predicate<OperatorSnapshot> isWanted =
        arguments.usage(() -> isWanted(left.metadata(), right.metadata()));
    DiffPrinter printer = new DiffPrinter(format.on(terminal), rows, limit, terminal.out());
    Difference difference = SavepointDiff.compare(left, right, isWanted, options, printer);
    printer.end(difference, terminal.err());
    return new Findings(difference.damage(), List.of(), difference.isFound());
  }

  private DiffOptions options() {
    if (!Files.isDirectory(directory)) {
      throw new IllegalArgumentException(
          "Invalid --tmp: must be a directory but was '" + directory + "'");
    }
    if (limit < 0) {
      throw new IllegalArgumentException("Invalid --limit: must not be negative but was " + limit);
    }
    if (limit < Long.MAX_VALUE && !rows) {
      throw new IllegalArgumentException("Invalid --limit: needs --rows but there is none");
    }
    return DiffOptions.of(rows, withTtl, directory);
  }

  private Predicate<OperatorSnapshot> isWanted(Metadata left, Metadata right) {
    if (operator == null) {
      return each -> true;
    }
    String hash = either(left, right).operator(operator).id().hash();
    return each -> each.id().hash().equals(hash);
  }

  /** The operators of both sides, so that an operator is found by its name on either side. */
  private static Metadata either(Metadata left, Metadata right) {
    Map<String, OperatorSnapshot> byHash = new LinkedHashMap<>();
    Stream.of(left, right)
        .flatMap(side -> side.operators().stream())
        .forEach(
            each ->
                byHash.merge(
                    each.id().hash(), each, (one, other) -> one.id().uid() == null ? other : one));
    return new Metadata(left.version(), left.checkpointId(), List.copyOf(byHash.values()));
  }
}
