// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.Terminal;
import io.drey.state.cli.SavepointArguments.Findings;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the operators of a savepoint. */
@Command(
    description = "Lists the operators of a savepoint and their states.",
    mixinStandardHelpOptions = true)
final class LsCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Mixin private final JarOption jars = new JarOption();

  @Mixin private final FormatOption format = new FormatOption();

  @Option(
      names = "--count",
      description = "also count the keys of each operator, which reads all state")
  private boolean counts;

  @Parameters(paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  LsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::list);
  }

  private Findings list() {
    SavepointReport report = SavepointReport.of(savepoint);
    List<String> damage = new ArrayList<>(report.damage());
    Map<OperatorId, Long> keys = counts ? keys(damage) : Map.of();
    terminal.out().print(Listing.of(report, keys, format.on(terminal)));
    return Findings.damage(damage.stream().distinct().toList());
  }

  private Map<OperatorId, Long> keys(List<String> damage) {
    SnapshotFiles files = SnapshotFiles.at(savepoint);
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
