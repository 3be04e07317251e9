// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.util.EnvironmentInformation;

/** What the figures were measured on. */
final class Machine {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final long KIB_PER_GIB = 1 << 20;

  private Machine() {}

  static String describe() throws IOException {
    return "%d cores (%s), %s of memory; Java %s; Flink %s; Miller %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field(CPU, "model name"),
            memory(),
            Runtime.version(),
            EnvironmentInformation.getVersion(),
            miller());
  }

  /** Rows that do not need it are measured without it, too. */
  private static String miller() {
    try {
      Process version = new ProcessBuilder("mlr", "--version").start();
      return new String(version.getInputStream().readAllBytes(), UTF_8).strip().replace("mlr ", "");
    } catch (IOException notInstalled) {
      return "none";
    }
  }

  private static String memory() throws IOException {
    String kib = field(MEMORY, "MemTotal").replace(" kB", "");
    return kib.equals(UNKNOWN) ? UNKNOWN : Long.parseLong(kib) / KIB_PER_GIB + " GiB";
  }

  private static final String UNKNOWN = "unknown";

  private static String field(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return UNKNOWN;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    }
  }
}
