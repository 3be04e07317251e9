// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

/**
 * Ports of the loopback address. They are below those that outgoing connections get, so that no
 * client takes the port of a server that is away for a while.
 */
public final class Ports {
  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;
  private static final Random RANDOM = new Random();

  private Ports() {}

  /** One on which nothing listens. */
  public static int free() {
    int port = FIRST + RANDOM.nextInt(COUNT);
    while (!isFree(port)) {
      port = FIRST + RANDOM.nextInt(COUNT);
    }
    return port;
  }

  /** The first of two, one behind the other, on which nothing listens. */
  static int freePair() {
    int port = free();
    while (!isFree(port + 1)) {
      port = free();
    }
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException isTaken) {
      return false;
    }
  }

  /** Whether a server listens on one. */
  public static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    }
  }
}
