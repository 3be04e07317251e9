// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Flag;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.inspect.OperatorScan;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.read.TtlExpiry;
import io.drey.state.snapshot.metadata.OperatorId;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the operators of a savepoint. */
final class LsCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options("Lists the operators of a savepoint and their states.");

  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final JarOption jars = new JarOption(options);
  private final FormatOption format = new FormatOption(options);

  private final Flag counts =
      options.flag("--count", "also count the keys of each operator, which reads all state");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  LsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::list);
  }

  private Findings list() {
    SnapshotFiles files = arguments.open(savepoint);
    SavepointReport report = SavepointReport.of(files);
    List<String> damage = new ArrayList<>(report.damage());
    Map<OperatorId, Long> keys = counts.isGiven() ? keys(files, damage) : Map.of();
    terminal.out().print(Listing.of(report, keys, format.on(terminal), terminal));
    return Findings.damage(damage.stream().distinct().toList());
  }

  private Map<OperatorId, Long> keys(SnapshotFiles files, List<String> damage) {
    Map<OperatorId, Long> keys = new HashMap<>();
    List<OperatorSnapshot> operators = files.metadata().operators();
    try (ReadingLine line = ReadingLine.of(terminal, files, operators)) {
      for (OperatorSnapshot operator : operators) {
        OperatorScan scan = OperatorScan.of(files, operator, TtlExpiry.UNKNOWN);
        keys.put(operator.id(), scan.keys());
        damage.addAll(scan.damage());
      }
    }
    return keys;
  }
}
