// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import java.util.Set;
import org.apache.flink.FlinkVersion;
import picocli.CommandLine.IVersionProvider;

/** The versions that a bug report needs. */
final class Version implements IVersionProvider {
  private static final Set<String> OPTIONS = Set.of("-V", "--version");

  /** Whether arguments ask for nothing else, which needs no command and no parser. */
  static boolean isAskedBy(String... arguments) {
    return arguments.length == 1 && OPTIONS.contains(arguments[0]);
  }

  static int print(Terminal terminal) {
    for (String line : new Version().getVersion()) {
      terminal.out().println(line);
    }
    return ExitCode.OK;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "drey " + withCommit(packaged(Version.class)),
      "Flink " + packaged(FlinkVersion.class),
      "Java " + Runtime.version()
    };
  }

  /**
   * Of {@code 1.0.0+2f0c8e1b3d-dirty}, what follows the plus is the commit that was built; outside
   * of a repository, or in a build of this module alone, Maven leaves a placeholder there.
   */
  static String withCommit(String version) {
    int plus = version.indexOf('+');
    if (plus < 0) {
      return version;
    }
    String commit = version.substring(plus + 1);
    String known = commit.startsWith("$") ? "unknown" : commit;
    return version.substring(0, plus) + " (commit " + known + ")";
  }

  /** The version in the manifest of the jar of a class. */
  private static String packaged(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
