// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import io.drey.operators.sameness.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store goes on from a savepoint, at any parallelism. */
class KvRestoreTest {
  private static final int SCOPES = 20;

  static Stream<Supplier<StateBackend>> backends() {
    return Stream.of(HashMapStateBackend::new, EmbeddedRocksDBStateBackend::new);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void keepsEntriesAndTheirInstants(Supplier<StateBackend> backend) throws Exception {
    List<Timed<String>> input = entries();
    input.add(at(500, "list_groups"));
    input.add(at(599, "get s3 k"));
    input.add(at(603, "get s3 k"));
    input.add(at(604, "list s3"));
    input.add(at(2_000, "list_groups at the end"));

    List<String> records =
        Sameness.of(Types.STRING, lines -> CommandLines.answers(lines, KvOptions.lasting()))
            .run(input, rescaling(backend));

    assertThat(records)
        .contains(
            "main list_groups -> " + scopes() + " @ 500",
            "main get s3 k -> true 3 @ 599",
            "changes expired s3 k 3->null at 603 until 603 @ 603",
            "main get s3 k -> false null @ 603",
            "main list s3 -> [l=3] @ 604",
            "main list_groups at the end -> " + scopes() + " @ 2000");
    assertThat(records).filteredOn(record -> record.startsWith("changes expired")).hasSize(SCOPES);
  }

  @ParameterizedTest
  @MethodSource("backends")
  void keepsWhatWaitsForItsTurn(Supplier<StateBackend> backend) throws Exception {
    List<Timed<String>> input = entries();
    input.add(at(500, "list_groups"));
    input.add(at(500, "clear s3"));
    input.add(at(500, "list_groups after it"));
    input.add(at(510, "get s4 l"));
    input.add(at(510, "get s5 l"));
    input.add(at(600, "get s4 k"));

    List<String> after = new ArrayList<>(scopes());
    after.remove("s3");
    assertThat(
            Sameness.of(
                    Types.STRING,
                    lines ->
                        CommandLines.attach(lines, KvOptions.lasting(), (line, millis) -> null)
                            .answers())
                .outOfOrderness(2_000)
                .run(input, rescaling(backend)))
        .contains(
            "main list_groups -> " + scopes() + " @ 500",
            "main clear s3 -> 2 @ 500",
            "main list_groups after it -> " + after + " @ 500",
            "main get s4 k -> true 4 @ 600");
  }

  /** Each scope has an entry that expires 600 ms later, and one that stays. */
  private static List<Timed<String>> entries() {
    List<Timed<String>> input = new ArrayList<>();
    for (int i = 0; i < SCOPES; i++) {
      input.add(at(i, "set s" + i + " k " + i + " ttl 600"));
      input.add(at(i, "set s" + i + " l " + i));
    }
    return input;
  }

  private static List<String> scopes() {
    return Stream.iterate(0, i -> i + 1).limit(SCOPES).map(i -> "s" + i).sorted().toList();
  }

  private static Variation rescaling(Supplier<StateBackend> backend) {
    return new Variation("rescale 1, 4, 2", backend, 0, 15, List.of(1, 4, 2), 0);
  }

  private static Timed<String> at(long time, String line) {
    return new Timed<>(line, time);
  }
}
