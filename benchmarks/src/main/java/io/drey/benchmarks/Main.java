// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the rows and prints the table. */
@Command(
    name = "benchmarks/run.sh",
    description = "Measures Drey beside its peers and prints a Markdown table.",
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @Option(names = "--events", description = "events in the data (default: ${DEFAULT-VALUE})")
  private int events = 2_000_000;

  @Option(names = "--repeat", description = "rounds of measuring (default: ${DEFAULT-VALUE})")
  private int repeat = 3;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "TEXT",
      description = "only rows that contain one of these texts")
  private List<String> wanted = List.of("");

  @Option(
      names = "--check",
      description = "measure nothing; fail unless equal jobs write equal events")
  private boolean check;

  @Option(
      names = "--profile",
      description = "measure nothing; write profiles of the rows' jobs to benchmarks/profiles")
  private boolean profile;

  @Option(names = "--write", description = "write the table to benchmarks/RESULTS.md too")
  private boolean write;

  private final Path root = Path.of(System.getProperty("drey.root"));

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Workshop workshop = new Workshop(root, events);
    List<Row> rows = Rows.all().stream().filter(this::isWanted).toList();
    if (profile) {
      new Profiles(workshop, System.err).write(rows, root.resolve("benchmarks/profiles"));
      return 0;
    }
    return check ? check(workshop, rows) : measure(workshop, rows);
  }

  private boolean isWanted(Row row) {
    String text = row.toString().toLowerCase(Locale.ROOT);
    return wanted.stream().anyMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)));
  }

  private int check(Workshop workshop, List<Row> rows) throws IOException, InterruptedException {
    List<String> differences = new SameAnswers(workshop, System.err).differences(rows);
    differences.forEach(System.err::println);
    return differences.isEmpty() ? 0 : 1;
  }

  private int measure(Workshop workshop, List<Row> rows) throws IOException, InterruptedException {
    Measurements measurements = Measurements.of(rows, workshop, repeat, System.err);
    String results = new Results(workshop, repeat, new Table(measurements, rows)).markdown();
    System.out.print(results);
    if (write) {
      Files.writeString(root.resolve("benchmarks/RESULTS.md"), results);
    }
    return 0;
  }
}
