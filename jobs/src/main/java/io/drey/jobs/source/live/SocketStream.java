// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.live;

import io.drey.jobs.source.single.UnreadableInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/**
 * The bytes that a TCP server sends.
 *
 * @param host its name or address
 * @param port its port
 */
record SocketStream(String host, int port) implements LiveStream {
  private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

  @Override
  public String name() {
    return host + ":" + port;
  }

  @Override
  public InputStream open() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
    } catch (IOException e) {
      socket.close();
      throw new UnreadableInputException("Cannot connect to '" + name() + "': " + reason(e), e);
    }
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }

  private static String reason(IOException e) {
    return e instanceof UnknownHostException ? "unknown host" : String.valueOf(e.getMessage());
  }

  @Override
  public boolean isClosable() {
    return true;
  }
}
