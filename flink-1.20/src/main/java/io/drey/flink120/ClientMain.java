// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import org.apache.flink.client.cli.CliFrontend;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * A cluster and Flink's own client, for any version of Flink that is on the class path.
 *
 * <p>Each line of standard input is a command of {@code flink}, its arguments separated by tabs.
 * What it prints, errors too, goes to standard output, and then a line {@link #END} with its exit
 * code. It ends with its input.
 */
public final class ClientMain {
  /** How the line after the output of a command begins. */
  public static final String END = "exit code: ";

  private static final int SLOTS = 4;

  private ClientMain() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    try (MiniCluster cluster = Main.cluster(SLOTS)) {
      cluster.start();
      CliFrontend client = client(cluster.getRestAddress().get());
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(System.out);
        int code = client.parseAndRun(line.split("\t", -1));
        out.print(printed.toString(UTF_8));
        out.println(END + code);
        out.flush();
      }
    }
    // a thread of some library must not keep the JVM
    System.exit(0);
  }

  private static CliFrontend client(URI rest) {
    Configuration configuration =
        Configuration.fromMap(
            Map.of(
                "execution.target",
                "remote",
                "rest.address",
                rest.getHost(),
                "rest.port",
                String.valueOf(rest.getPort()),
                "parallelism.default",
                "1"));
    return new CliFrontend(configuration, CliFrontend.loadCustomCommandLines(configuration, ""));
  }
}
