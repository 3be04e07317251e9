// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.drey.jobs.cli.Main;
import io.drey.jobs.cli.command.ExitCode;
import io.drey.jobs.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A distribution whose client and REST API say what a test wants. */
final class TestingFlink implements AutoCloseable {
  /** What a command has ended with. */
  record Ended(int exit, String out, String err) {}

  private final Path home;
  private final HttpServer server;
  private final Map<String, Deque<String>> answers = new LinkedHashMap<>();

  TestingFlink(Path home) throws IOException {
    this.home = home;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          Deque<String> left = answers.getOrDefault(path, new ArrayDeque<>());
          String answer = left.size() > 1 ? left.remove() : left.peek();
          byte[] body =
              (answer == null ? "{\"errors\":[\"Not found: " + path + "\"]}" : answer)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Lets the REST API answer, with the last of several texts again and again. */
  TestingFlink answer(String path, String... json) {
    answers.put(path, new ArrayDeque<>(List.of(json)));
    return this;
  }

  /** Writes a client that keeps its arguments, prints some lines, and ends with a code. */
  TestingFlink client(int exit, String... lines) throws IOException {
    Path client = Files.createDirectories(home.resolve("bin")).resolve("flink");
    Files.writeString(
        client,
        "#!/bin/sh\nprintf '%s\\n' \"$@\" >"
            + home.resolve("arguments")
            + "\ncat <<'LINES'\n"
            + String.join("\n", lines)
            + "\nLINES\nexit "
            + exit
            + "\n");
    Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  /** What the client was last called with. */
  List<String> arguments() throws IOException {
    return Files.readAllLines(home.resolve("arguments"), UTF_8);
  }

  Ended drey(String... arguments) {
    return drey(Map.of("FLINK_HOME", home.toString()), arguments);
  }

  static Ended drey(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    int exit =
        Main.execute(
            terminal,
            (program, same) ->
                ClusterCommands.addTo(
                    program,
                    same,
                    environment::get,
                    options -> (savepoint, allowed, file, pipeline, wiring) -> ExitCode.OK),
            arguments);
    return new Ended(exit, out.toString(), err.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
