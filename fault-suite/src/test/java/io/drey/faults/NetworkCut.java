// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.io.IOException;
import java.util.List;

/**
 * A cut of the connections to ports. It takes a network namespace of its own, whose rules begin
 * behind {@link #PRIORITY}: {@code fault-suite/run.sh} makes one.
 */
final class NetworkCut {
  private static final String PRIORITY = "10";

  private final List<Integer> ports;

  private NetworkCut(List<Integer> ports) {
    this.ports = ports;
  }

  /** Cuts the connections: packets to and from the ports get lost. */
  static NetworkCut of(List<Integer> ports) throws Exception {
    if (Command.run("ip", "rule", "list").startsWith("0:")) {
      throw new IOException("Cannot cut the network: run fault-suite/run.sh long");
    }
    for (int port : ports) {
      rule("add", "dport", port);
      rule("add", "sport", port);
    }
    return new NetworkCut(ports);
  }

  /** Lets packets pass again. */
  void end() throws Exception {
    for (int port : ports) {
      rule("del", "dport", port);
      rule("del", "sport", port);
    }
  }

  private static void rule(String verb, String side, int port) throws Exception {
    Command.run(
        "ip", "rule", verb, "pref", PRIORITY, "ipproto", "tcp", side, "" + port, "blackhole");
  }
}
