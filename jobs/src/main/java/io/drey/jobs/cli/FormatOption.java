// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The format in which a command prints its rows. */
public final class FormatOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, jsonl or csv; default: table on a terminal, else jsonl")
  private @Nullable RowFormat format;

  /** Returns the format to print rows in. */
  public RowFormat on(Terminal terminal) {
    return format == null ? byDefault(terminal) : format;
  }

  /** Returns the format of a command that is not told which. */
  public static RowFormat byDefault(Terminal terminal) {
    return terminal.outIsTerminal() ? RowFormat.TABLE : RowFormat.JSONL;
  }
}
