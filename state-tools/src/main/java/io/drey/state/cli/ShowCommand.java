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
import io.drey.state.cli.option.ExpiryOptions;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.ReadingLine;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.SavepointArguments.Findings;
import io.drey.state.cli.option.TemporaryOption;
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

/** Shows the states of operators, with their entries counted and measured. */
final class ShowCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options("Shows each state: its types, number of entries, bytes and largest keys.");

  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final JarOption jars = new JarOption(options);
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final OptionalValue<String> operator =
      options.value(
          "--operator",
          "ID",
          String.class,
          "show one operator only: " + SavepointArguments.OPERATOR);

  private final ExpiryOptions expiry = new ExpiryOptions(options);
  private final Flag histograms =
      options.flag(
          "--histograms",
          "as JSON, also the entries and bytes of each key group, and how many entries are of which"
              + " size, were last accessed when, and are due when");

  private final FormatOption format = new FormatOption(options);

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.report(arguments, terminal, this::show);
  }

  private Findings show() {
    SnapshotFiles files = arguments.open(savepoint);
    Metadata metadata = files.metadata();
    String wanted = operator.get();
    List<OperatorSnapshot> shown =
        wanted == null
            ? metadata.operators()
            : List.of(SavepointArguments.operator(metadata, wanted));
    List<OperatorReport> reports =
        shown.stream().map(each -> SavepointReport.of(files, each)).toList();
    TtlExpiry lives = Usage.check(() -> expiry.of(states(reports)));
    StateListing listing = new StateListing(!lives.equals(TtlExpiry.UNKNOWN));
    List<String> damage = new ArrayList<>();
    try (ReadingLine line = ReadingLine.of(terminal, files, shown)) {
      for (int i = 0; i < shown.size(); i++) {
        OperatorScan scan = OperatorScan.of(files, shown.get(i), lives, histograms.isGiven());
        listing.add(reports.get(i), scan);
        damage.addAll(scan.damage());
      }
    }
    terminal.out().print(listing.text(format.on(terminal), terminal));
    return Findings.damage(damage);
  }

  private static List<StateReport> states(List<OperatorReport> operators) {
    return operators.stream().flatMap(each -> each.states().stream()).toList();
  }
}
