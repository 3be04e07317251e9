// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli.change;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.Value;
import io.drey.jobs.cli.output.Terminal;
import io.drey.state.cli.option.SavepointArguments;
import io.drey.state.cli.option.TemporaryOption;
import io.drey.state.rewrite.Conversion;
import io.drey.state.rewrite.edit.OperatorEdit;
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

  private final WritingOptions writing;

  public ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
    this.writing = WritingOptions.ofWriting(terminal, options, TemporaryOption.COPIES);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() {
    return writing.run(this::convert);
  }

  private int convert() {
    SavepointWriting target = writing.open(savepoint.get());
    List<OperatorEdit> edits = Conversion.of(target.source().metadata());
    target.write(edits);
    long converted = edits.stream().map(OperatorEdit::keyed).filter(Objects::nonNull).count();
    terminal
        .err()
        .printf("converted %d of %d operators; the others are copied%n", converted, edits.size());
    return target.exitCode();
  }
}
