package io.drey.state.cli;

import io.drey.jobs.cli.RowFormat;
import io.drey.jobs.cli.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The format in which a command prints its rows. */
final class FormatOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "table, json, jsonl or csv; default: table on a terminal, else jsonl")
  private @Nullable RowFormat format;

  RowFormat on(Terminal terminal) {
    RowFormat byDefault = terminal.outIsTerminal() ? RowFormat.TABLE : RowFormat.JSONL;
    return format == null ? byDefault : format;
  }
}
