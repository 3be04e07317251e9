// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the class path of the command, which has the classes of the RPC system itself. */
class RpcSystemTest {
  @Test
  void isLoadedFromTheClassPathAndNotUnpacked(@TempDir Path temporary) {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.TMP_DIRS, temporary.toString());

    try (RpcSystem system = RpcSystem.load(configuration)) {
      assertThat(system.getClass().getClassLoader()).isSameAs(getClass().getClassLoader());
      assertThat(temporary).isEmptyDirectory();
    }
  }
}
