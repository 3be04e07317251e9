// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at the ports of this machine, as Linux shows them. */
final class LoopbackPorts {
  private static final String LISTEN = "0A";

  /** 127.0.0.1 as the kernel writes it, plain and as an IPv6 address. */
  private static final List<String> LOOPBACK =
      List.of("0100007F", "0000000000000000FFFF00000100007F");

  private LoopbackPorts() {}

  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String page(int port) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
        .body();
  }

  /** The addresses that a process listens on, {@code address:port}. */
  static List<String> listening(long pid) throws IOException {
    Set<String> sockets = sockets(pid);
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        List<String> columns = List.of(line.strip().split("\\s+", -1));
        if (columns.get(3).equals(LISTEN) && sockets.contains("socket:[" + columns.get(9) + "]")) {
          addresses.add(address(columns.get(1)));
        }
      }
    }
    return addresses;
  }

  private static Set<String> sockets(long pid) throws IOException {
    Set<String> sockets = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files.toList()) {
        try {
          sockets.add(Files.readSymbolicLink(file).toString());
        } catch (NoSuchFileException closedMeanwhile) {
          // the process goes on
        }
      }
    }
    return sockets;
  }

  private static String address(String hex) {
    int colon = hex.indexOf(':');
    String host = hex.substring(0, colon);
    return (LOOPBACK.contains(host) ? "127.0.0.1" : host)
        + ":"
        + Integer.parseInt(hex.substring(colon + 1), 16);
  }
}
