// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.streaming.api.operators.collect.CollectSinkAddressEvent;
import org.apache.flink.streaming.api.operators.collect.CollectSinkOperatorCoordinator;
import org.junit.jupiter.api.Test;

class CoordinatorTypeTest {
  @Test
  void showsWhereACollectingSinkServesResults() throws Exception {
    String shown = Versioned.shown(CoordinatorType.COORDINATOR, ofCollectingSink());

    assertThat(shown)
        .startsWith("{'$class':'java.net.InetSocketAddress',")
        .contains("'port':1234")
        .contains("'address':2130706433");
  }

  @Test
  void showsWhatIsNoWholeObjectAsBytes() throws Exception {
    byte[] whole = ofCollectingSink();

    assertThat(Versioned.shown(CoordinatorType.COORDINATOR, Arrays.copyOf(whole, whole.length - 1)))
        .startsWith("{'size':" + (whole.length - 1) + ",'bytes':'rO0ABX");
  }

  private static byte[] ofCollectingSink() throws Exception {
    InetSocketAddress server =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 1234);
    CompletableFuture<byte[]> state = new CompletableFuture<>();
    try (CollectSinkOperatorCoordinator coordinator = new CollectSinkOperatorCoordinator(1000)) {
      coordinator.start();
      coordinator.handleEventFromOperator(0, 0, new CollectSinkAddressEvent(server));
      coordinator.checkpointCoordinator(1, state);
    }
    return state.join();
  }
}
