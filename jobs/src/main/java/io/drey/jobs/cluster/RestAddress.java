// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cluster;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Where the REST API of a cluster is. */
public record RestAddress(String host, int port) {
  private static final int MOST = 65_535;

  /**
   * Parses {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static RestAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String port = text.substring(colon + 1);
    if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > MOST) {
      throw new IllegalArgumentException(
          "Invalid --jobmanager: must be HOST:PORT but was '" + text + "'");
    }
    return new RestAddress(text.substring(0, colon), Integer.parseInt(port));
  }

  /** The address of the web interface. */
  public String url() {
    return "http://" + host + ":" + port;
  }

  /** Whether the cluster shares the files of this machine. */
  public boolean isOnThisMachine() {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
