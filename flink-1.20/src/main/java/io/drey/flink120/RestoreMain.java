// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Restores the {@link OldJob} from a savepoint, takes another one, in which all is that was
 * restored, and writes its directory to a file {@code snapshots}. Its arguments: the savepoint, how
 * the other one is taken, and the directory for it.
 */
public final class RestoreMain {
  private RestoreMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[2]);
    Taking taking = Taking.valueOf(arguments[1]);
    Map<String, String> settings = taking.settings(directory.toUri().toString());
    settings.put("execution.state-recovery.path", arguments[0]);
    try (MiniCluster cluster = Main.cluster()) {
      cluster.start();
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(settings));
      OldJob.buildQuiet(environment);
      String path = Main.take(cluster, environment, taking, directory, OldJob.SOURCES);
      Files.write(directory.resolve("snapshots"), List.of(path));
    }
    // a thread of some library must not keep the JVM
    System.exit(0);
  }
}
