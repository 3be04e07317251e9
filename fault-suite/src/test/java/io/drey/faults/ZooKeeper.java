// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import io.drey.job.process.Await;
import io.drey.job.process.FlinkDistribution;
import io.drey.job.process.JavaProcess;
import io.drey.job.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The ZooKeeper in which JobManagers elect their leader. */
final class ZooKeeper {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int port = Ports.free();

  private ZooKeeper(Path directory) throws IOException {
    Path file = directory.resolve("zookeeper.properties");
    Files.writeString(
        file,
        """
        clientPort=%d
        clientPortAddress=127.0.0.1
        dataDir=%s
        tickTime=1000
        admin.enableServer=false
        """
            .formatted(port, directory.resolve("zookeeper")));
    JavaProcess.start(
        "ZooKeeper",
        directory.resolve("zookeeper.log"),
        List.of(
            "-Xmx128m",
            "-cp",
            FlinkDistribution.classPath(),
            "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
            "--zkConfigFile",
            file.toString(),
            "--peerId",
            "1"));
  }

  static ZooKeeper start(Path directory) throws Exception {
    ZooKeeper started = new ZooKeeper(directory);
    Await.until("ZooKeeper", PATIENCE, () -> Ports.listens(started.port));
    return started;
  }

  String address() {
    return "127.0.0.1:" + port;
  }
}
