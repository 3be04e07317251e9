// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.ExitCode;
import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.JarOption;
import io.drey.state.cli.option.OutputOption;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.rewrite.Conversion;
import io.drey.state.rewrite.edit.OperatorEdit;
import io.drey.state.snapshot.metadata.SnapshotFiles;
import java.util.List;
import java.util.Objects;

/** Writes a savepoint in canonical format. */
public final class ConvertCommand implements Command {
  private final Terminal terminal;
  private final Options options =
      new Options(
          "Writes a savepoint or checkpoint as a canonical savepoint, which the HashMap and the"
              + " RocksDB state backend restore.");
  private final Value<String> savepoint =
      options.parameter("SAVEPOINT", String.class, SavepointArguments.SAVEPOINT);

  private final OutputOption output = new OutputOption(options);
  private final SavepointArguments arguments =
      new SavepointArguments(options, TemporaryOption.ofCopies(options));

  private final JarOption jars = new JarOption(options);

  public ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return jars.load().within(() -> SavepointWriting.report(terminal, this::convert));
  }

  private int convert() {
    SnapshotFiles files = arguments.open(savepoint);
    List<OperatorEdit> edits = Conversion.of(files.metadata());
    SavepointWriting writing = new SavepointWriting(terminal, files);
    writing.write(edits, output.required());
    long converted = edits.stream().map(OperatorEdit::keyed).filter(Objects::nonNull).count();
    terminal
        .err()
        .printf("converted %d of %d operators; the others are copied%n", converted, edits.size());
    return writing.hasWarnings() && arguments.isStrict()
        ? ExitCode.INCOMPATIBLE_STATE
        : ExitCode.OK;
  }
}
