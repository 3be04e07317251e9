// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.drey.jobs.cli.command.Command;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.command.OptionalValue;
import io.drey.jobs.cli.command.Options;
import io.drey.jobs.cli.command.UsageException;
import io.drey.jobs.cli.output.Terminal;
import io.drey.jobs.source.format.FormatOptions;
import io.drey.jobs.source.format.pattern.Preset;
import io.drey.jobs.source.format.pattern.Presets;
import io.drey.jobs.source.line.LineParser;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;

/** Lists the patterns for text, and tests one on the lines of standard input. */
final class PatternsCommand implements Command {
  private static final List<String> COLUMNS = List.of("pattern", "fields", "time", "log of");

  private final Terminal terminal;

  private final Options options =
      new Options(
          "Lists the patterns for text; with lines at standard input, tests a pattern on them.");
  private final FormatOption format = new FormatOption(options);
  private final OptionalValue<String> name =
      options.optionalParameter(
          "PATTERN", String.class, "a name, or a regular expression with named groups");

  private long matched;
  private long unmatched;

  PatternsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public Integer call() throws IOException {
    String pattern = name.get();
    if (pattern == null) {
      List<List<String>> rows = new ArrayList<>();
      Presets.all().values().forEach(preset -> rows.add(cells(preset)));
      format.on(terminal).lines(COLUMNS, rows, terminal).forEach(terminal.out()::println);
      return ExitCode.OK;
    }
    FormatOptions text = text(pattern);
    PushbackInputStream lines = new PushbackInputStream(System.in);
    int first = Terminal.inIsTerminal() ? -1 : lines.read();
    if (first < 0) {
      Preset preset = Presets.all().get(pattern);
      List<String> shown = preset == null ? List.of(pattern) : preset.patterns();
      shown.forEach(terminal.out()::println);
      return ExitCode.OK;
    }
    lines.unread(first);
    test(text, lines);
    return unmatched == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private static FormatOptions text(String pattern) {
    try {
      return FormatOptions.text(pattern);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> cells(Preset preset) {
    String time = preset.timeFormat() == null ? "ISO-8601" : preset.timeFormat();
    String needs =
        (preset.hasZone() ? "" : ", needs zone") + (preset.hasYear() ? "" : ", needs year");
    return List.of(
        preset.name(), String.join(" ", preset.fields()), time + needs, preset.software());
  }

  private void test(FormatOptions text, InputStream lines) throws IOException {
    RecordReader records = text.reader(lines, StreamPosition.START, "stdin");
    LineParser parser = text.parser("stdin");
    RecordReader.Found found = records.next();
    while (found != RecordReader.Found.END) {
      if (found == RecordReader.Found.UNFINISHED) {
        records.takeUnfinished();
      }
      show(records, parser);
      found = records.next();
    }
    terminal.out().flush();
    terminal.err().println(matched + " matched, " + unmatched + " did not");
    terminal.err().flush();
  }

  private void show(RecordReader records, LineParser parser) {
    byte[] bytes = records.bytes();
    int from = records.from();
    int to = records.to();
    String raw = new String(bytes, from, to - from, UTF_8);
    if (raw.isBlank()) {
      return;
    }
    try {
      terminal.out().println(parser.parse(bytes, from, to));
      matched++;
    } catch (MalformedLineException e) {
      terminal.out().flush();
      terminal
          .err()
          .println("stdin:" + (records.linesBefore() + 1) + ": " + e.getMessage() + ": " + raw);
      unmatched++;
    }
  }
}
