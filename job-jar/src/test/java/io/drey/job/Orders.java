// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders of customers, some of them twice, and a pipeline that numbers them per customer. An order
 * is of one customer, so that those of a key come by one path.
 */
final class Orders {
  private static final Instant FIRST = Instant.parse("2024-01-15T10:00:00Z");
  private static final String PIPELINE =
      """
      version: 1
      name: orders
      sources:
        orders:
          type: file
          path: %s
          follow: %s
          time: {field: at}
      steps:
        - id: numbered
          sequence: {key: customer, field: number}
        - id: known
          filter: has(event.customer)
        - id: once
          deduplicate: {key: id, ttl: 1h}
      sinks:
        out: {type: file, path: %s}
        unusable: {type: file, path: %s, from: orders.malformed}
      settings:
        checkpoint: {every: 500ms}
      """;

  private final Path directory;

  Orders(Path directory) {
    this.directory = directory;
  }

  Path input() {
    return directory.resolve("orders.jsonl");
  }

  /** Appends orders, the first of which has a number. */
  void append(int from, int to) throws IOException {
    List<String> lines = IntStream.range(from, to).mapToObj(Orders::line).toList();
    Files.write(input(), lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The order with a number, or, for a few numbers, something else. */
  static String line(int number) {
    int id = id(number);
    return number % 500 == 7
        ? "not an order"
        : "{\"id\":%d,\"customer\":\"%s\",\"at\":\"%s\"}"
            .formatted(id, customer(number), FIRST.plusMillis(10L * number));
  }

  private static int id(int number) {
    return new Random(number).nextInt(5) == 0 ? Math.max(0, number - 3) : number;
  }

  static String customer(int number) {
    return "c" + id(number) % 17;
  }

  /** Writes the pipeline file whose outputs are in a directory of that name. */
  Path pipeline(String output, boolean follow) throws IOException {
    Path out = directory.resolve(output);
    String text =
        PIPELINE.formatted(input(), follow, out.resolve("orders"), out.resolve("unusable"));
    return Files.writeString(directory.resolve(output + ".yaml"), text);
  }

  /** All lines of a sink, sorted. */
  List<String> written(String output, String sink) throws IOException {
    Path parts = directory.resolve(output).resolve(sink);
    if (Files.notExists(parts)) {
      return List.of();
    }
    // not a walk, which fails where a hidden part gets its name meanwhile
    try (Stream<Path> files = Files.list(parts)) {
      return files
          .filter(file -> !isHidden(file) && Files.isRegularFile(file))
          .flatMap(Orders::lines)
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, UTF_8).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
