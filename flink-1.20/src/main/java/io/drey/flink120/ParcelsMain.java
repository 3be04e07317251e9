// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Does as {@link Main} does, with a job that keeps parcels. */
public final class ParcelsMain {
  private static final int KEYS = 10;

  private ParcelsMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    List<String> lines = new ArrayList<>();
    try (MiniCluster cluster = Main.cluster()) {
      cluster.start();
      for (Taking taking : Taking.values()) {
        Path target = directory.resolve(taking.toString());
        StreamExecutionEnvironment environment =
            StreamExecutionEnvironment.getExecutionEnvironment(
                Configuration.fromMap(taking.settings(target.toUri().toString())));
        build(environment);
        lines.add(taking + " " + Main.take(cluster, environment, taking, target, 1));
      }
    }
    Files.write(directory.resolve("snapshots"), lines);
    // a thread of some library must not keep the JVM
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private static void build(StreamExecutionEnvironment environment) {
    environment
        .addSource(new EmitOnce(KEYS), Types.LONG)
        .keyBy(i -> i, Types.LONG)
        .process(new Parcels())
        .returns(Types.LONG)
        .uid("parcels")
        .sinkTo(new DiscardingSink<>());
  }
}
