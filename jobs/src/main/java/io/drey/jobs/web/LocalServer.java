// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a site on 127.0.0.1 to those who know its address, which holds a random token. Pages of
 * other sites cannot use it: the {@code Host} and {@code Origin} of a request must be its own.
 */
public final class LocalServer implements AutoCloseable {
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService threads;
  private final AccessRule access;

  private LocalServer(HttpServer server, AccessRule access) {
    this.server = server;
    this.access = access;
    this.threads = Executors.newFixedThreadPool(THREADS, LocalServer::daemon);
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static LocalServer start(int port, Site site) throws IOException {
    HttpServer http = bound(port);
    AccessRule access = AccessRule.random(http.getAddress().getPort());
    LocalServer started = new LocalServer(http, access);
    SiteHandler handler = new SiteHandler(site, access);
    http.createContext("/", handler::handle);
    http.setExecutor(started.threads);
    http.start();
    return started;
  }

  private static HttpServer bound(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    try {
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException e) {
      throw new IOException(
          "Cannot serve on port " + port + ": " + e.getMessage() + " (--port chooses another)", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "drey-web");
    thread.setDaemon(true);
    return thread;
  }

  /** Where it is served, with its token and a slash at the end. */
  public String address() {
    return access.address();
  }

  /** Ends it, with the requests that are being answered. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
