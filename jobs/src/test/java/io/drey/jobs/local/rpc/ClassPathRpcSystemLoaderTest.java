// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.local.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a class path like that of a cluster, which has Flink's own loader only. */
class ClassPathRpcSystemLoaderTest {
  private final RpcSystemLoader loader = new ClassPathRpcSystemLoader();

  @Test
  void refusesWithoutTheRpcSystemOnTheClassPath() {
    assertThatThrownBy(() -> loader.loadRpcSystem(new Configuration()))
        .isInstanceOf(RpcLoaderException.class)
        .hasMessage("Cannot load the RPC system: it is not on the class path");
  }

  @Test
  void flinkGoesOnWithItsOwnLoader(@TempDir Path unpacked) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.TMP_DIRS, unpacked.toString());

    try (RpcSystem system = RpcSystem.load(configuration)) {
      assertThat(unpacked).isDirectoryContaining("glob:**flink-rpc-akka*");
    }
  }

  @Test
  void comesBeforeTheLoadersOfFlink() {
    assertThat(ServiceLoader.load(RpcSystemLoader.class))
        .filteredOn(other -> !(other instanceof ClassPathRpcSystemLoader))
        .isNotEmpty()
        .allMatch(other -> loader.getLoadPriority() < other.getLoadPriority());
  }
}
