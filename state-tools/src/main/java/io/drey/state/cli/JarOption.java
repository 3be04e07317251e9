package io.drey.state.cli;

import io.drey.jobs.cli.Terminal;
import io.drey.jobs.function.UserJars;
import io.drey.state.cli.SavepointArguments.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The jars that commands take which decode values. */
final class JarOption {
  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "a jar with classes of the job's, for values that nothing else can decode")
  private final List<Path> jars = new ArrayList<>();

  /** As {@link SavepointArguments#report}, with the jars. */
  int report(SavepointArguments arguments, Terminal terminal, Supplier<Findings> reading) {
    UserJars loaded = arguments.usage(() -> new UserJars(jars));
    return loaded.within(() -> arguments.report(terminal, reading));
  }
}
