// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.output.RowFormat;
import io.drey.jobs.cli.output.Terminal;

/** The format in which a command prints its rows. */
public final class FormatOption {
  private final OptionalValue<RowFormat> format;

  /** Adds the option to those of a command. */
  public FormatOption(Options options) {
    format =
        options.value(
            "-o, --output",
            "FORMAT",
            RowFormat.class,
            "table, json, jsonl or csv; default: table on a terminal, else jsonl");
  }

  /** Returns the format to print rows in. */
  public RowFormat on(Terminal terminal) {
    RowFormat given = format.get();
    return given == null ? byDefault(terminal) : given;
  }

  /** Returns the format of a command that is not told which. */
  public static RowFormat byDefault(Terminal terminal) {
    return terminal.outIsTerminal() ? RowFormat.TABLE : RowFormat.JSONL;
  }
}
