// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Usage;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.diff.DiffOptions;
import io.drey.state.diff.Difference;
import io.drey.state.diff.SavepointDiff;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.Readings;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares two savepoints. */
final class DiffCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options("Compares two savepoints: operators, states, entries.");

  private final TemporaryOption temporary =
      new TemporaryOption(
          options, "sort what does not fit into memory, and copy the files that RocksDB needs");

  private final SavepointArguments arguments = new SavepointArguments(options, temporary);

  private final JarOption jars = new JarOption(options);

  private final Value<String> from =
      options.parameter("A", String.class, SavepointArguments.SAVEPOINT);

  private final Value<String> to =
      options.parameter("B", String.class, "the savepoint or checkpoint to compare it with");

  private final OptionalValue<String> operator =
      options.value(
          "--operator",
          "ID",
          String.class,
          "compare one operator only: " + SavepointArguments.OPERATOR);

  private final Flag rows =
      options.flag("--rows", "print each entry that differs, with its old and new value");

  private final Value<Long> limit =
      options.value(
          "--limit", "N", long.class, Long.MAX_VALUE, "print at most N entries; all are counted");

  private final Flag withTtl =
      options.flag(
          "--with-ttl", "compare the times of last access too, which a restore may change");
  private final FormatOption format = new FormatOption(options);

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::diff);
  }

  private Findings diff() {
    DiffOptions how = Usage.check(this::diffOptions);
    SnapshotFiles left = arguments.openFirst(from.get());
    SnapshotFiles right = arguments.open(to);
    Predicate<OperatorSnapshot> isWanted =
        Usage.check(() -> isWanted(left.metadata(), right.metadata()));
    DiffPrinter printer =
        new DiffPrinter(format.on(terminal), rows.isGiven(), limit.get(), terminal);
    Readings readings =
        new Readings().add(left, wanted(left, isWanted)).add(right, wanted(right, isWanted));
    Difference difference;
    try (ReadingLine line = ReadingLine.of(terminal, readings)) {
      difference = SavepointDiff.compare(left, right, isWanted, how, printer);
    }
    printer.end(difference, terminal.err());
    return new Findings(difference.damage(), List.of(), difference.isFound());
  }

  private static List<OperatorSnapshot> wanted(
      SnapshotFiles files, Predicate<OperatorSnapshot> isWanted) {
    return files.metadata().operators().stream().filter(isWanted).toList();
  }

  private DiffOptions diffOptions() {
    long most = limit.get();
    if (most < 0) {
      throw new IllegalArgumentException("Invalid --limit: must not be negative but was " + most);
    }
    if (most < Long.MAX_VALUE && !rows.isGiven()) {
      throw new IllegalArgumentException("Invalid --limit: needs --rows but there is none");
    }
    return DiffOptions.of(rows.isGiven(), withTtl.isGiven(), temporary.get());
  }

  private Predicate<OperatorSnapshot> isWanted(Metadata left, Metadata right) {
    String wanted = operator.get();
    if (wanted == null) {
      return each -> true;
    }
    String hash = either(left, right).operator(wanted).id().hash();
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
    return left.with(List.copyOf(byHash.values()));
  }
}
