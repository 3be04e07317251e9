// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import io.drey.jobs.cli.FormatOption;
import io.drey.jobs.cli.Terminal;
import io.drey.state.cli.SavepointArguments.Findings;
import io.drey.state.inspect.OperatorReport;
import io.drey.state.inspect.OperatorScan;
import io.drey.state.inspect.SavepointReport;
import io.drey.state.inspect.StateReport;
import io.drey.state.read.TtlExpiry;
import io.drey.state.snapshot.metadata.Metadata;
import io.drey.state.snapshot.metadata.OperatorSnapshot;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the states of operators, with their entries counted and measured. */
@Command(
    description = "Shows each state: its types, number of entries, bytes and largest keys.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final SavepointArguments arguments = new SavepointArguments();

  @Mixin private final JarOption jars = new JarOption();

  @Parameters(paramLabel = "SAVEPOINT", description = SavepointArguments.SAVEPOINT)
  @SuppressWarnings("NullAway.Init") // by picocli
  private String savepoint;

  @Option(
      names = "--operator",
      paramLabel = "ID",
      description = "show one operator only: " + SavepointArguments.OPERATOR)
  private @Nullable String operator;

  @Mixin private final ExpiryOptions expiry = new ExpiryOptions();

  @Mixin private final FormatOption format = new FormatOption();

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::show);
  }

  private Findings show() {
    SnapshotFiles files = SnapshotFiles.at(savepoint);
    Metadata metadata = files.metadata();
    List<OperatorSnapshot> shown =
        operator == null ? metadata.operators() : List.of(arguments.operator(metadata, operator));
    List<OperatorReport> reports =
        shown.stream().map(each -> SavepointReport.of(files, each)).toList();
    TtlExpiry lives = arguments.usage(() -> expiry.of(states(reports)));
    StateListing listing = new StateListing(!lives.equals(TtlExpiry.UNKNOWN));
    List<String> damage = new ArrayList<>();
    try (ReadingLine line = ReadingLine.of(terminal, files, shown)) {
      for (int i = 0; i < shown.size(); i++) {
        OperatorScan scan = OperatorScan.of(files, shown.get(i), lives);
        listing.add(reports.get(i), scan);
        damage.addAll(scan.damage());
      }
    }
    terminal.out().print(listing.text(format.on(terminal)));
    return Findings.damage(damage);
  }

  private static List<StateReport> states(List<OperatorReport> operators) {
    return operators.stream().flatMap(each -> each.states().stream()).toList();
  }
}
