// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.kafka;

import java.io.IOException;

/**
 * A broker in a JVM of its own, for tests whose class path cannot hold one. It prints its address,
 * and ends with its standard input.
 */
public final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(TestingBroker.get().address());
    while (System.in.read() >= 0) {
      // until whoever has started it is gone
    }
    System.exit(0);
  }
}
