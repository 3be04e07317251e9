// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Takes a canonical savepoint of what Flink 2 cannot restore, and writes its name, a space, and its
 * directory to a file {@code snapshots} in a directory.
 */
public final class LeftoversMain {
  private LeftoversMain() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Taking taking = Taking.CANONICAL_OF_HASHMAP;
    try (MiniCluster cluster = Main.cluster()) {
      cluster.start();
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.getExecutionEnvironment(
              Configuration.fromMap(taking.settings(directory.toUri().toString())));
      build(environment);
      String path = Main.take(cluster, environment, taking, directory.resolve("savepoint"), 1);
      Files.write(directory.resolve("snapshots"), List.of(taking + " " + path));
    }
    // a thread of some library must not keep the JVM
    System.exit(0);
  }

  @SuppressWarnings("deprecation") // see EmitOnce
  private static void build(StreamExecutionEnvironment environment) {
    DataStream<Long> numbers = environment.addSource(new EmitOnce(2), Types.LONG);
    numbers
        .keyBy(i -> i, Types.LONG)
        .process(new Leftovers<Long>())
        .returns(Types.LONG)
        .uid("leftovers")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(Leftovers::uri, TypeInformation.of(URI.class))
        .reduce(Long::sum)
        .uid("keys")
        .sinkTo(new DiscardingSink<>());
    numbers
        .keyBy(i -> i, Types.LONG)
        .transform("namespaces", Types.LONG, new UriNamespaces())
        .uid("namespaces")
        .sinkTo(new DiscardingSink<>());
  }
}
