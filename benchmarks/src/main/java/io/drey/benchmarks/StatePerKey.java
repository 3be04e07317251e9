// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The bytes an operator takes for a key: in a savepoint, or in the heap. */
record StatePerKey(String title, Operator operator, Measure measure) implements Contender {
  enum Operator {
    DEDUPLICATE,
    BARE
  }

  enum Measure {
    SAVEPOINT,
    HEAP
  }

  @Override
  public Unit unit() {
    return Unit.BYTES_PER_KEY;
  }

  @Override
  public double measure(Workshop workshop) throws IOException, InterruptedException {
    Path result = workshop.fresh("state").resolve("result");
    List<String> flags = List.of("-Xmx4g", "-XX:+UseSerialGC");
    List<String> program =
        List.of(
            StatePerKeyMain.class.getName(), operator.name(), measure.name(), result.toString());
    Fork.run(Fork.java(flags, program), result.resolveSibling("log"));
    return Double.parseDouble(Files.readString(result));
  }
}
