// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.kv.command.Change;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import io.drey.operators.sameness.Variation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The changes of a store, played into an empty one, make the same store. */
class KvReplayTest {
  private static final Variation RESTARTED =
      new Variation("restarted", HashMapStateBackend::new, 0, 7, List.of(1, 4, 2), 0);

  static Stream<KvOptions> options() {
    return Stream.of(KvOptions.lasting(), KvOptions.expiring(Duration.ofMillis(400)));
  }

  @ParameterizedTest
  @MethodSource("options")
  void changesMakeTheSameStoreAgain(KvOptions options) throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      List<Timed<String>> commands = new RandomCommands(seed, true).arrivals(80);
      long end = commands.stream().mapToLong(Timed::time).max().orElseThrow();

      List<String> store =
          emitting(options, KvReplayTest::again).run(with(commands, end), RESTARTED);
      List<Timed<String>> changes = changesOf(store);
      List<String> replayed =
          emitting(KvOptions.lasting(), CommandLines::change).run(with(changes, end));

      assertThat(seenAtTheEnd(replayed)).as("seed %s", seed).isEqualTo(seenAtTheEnd(store));
    }
  }

  /** The command that a change is the effect of. */
  private static String again(Change change) {
    String entry = change.scope() + " " + change.key();
    return switch (change.event()) {
      case CREATED, UPDATED -> "set " + entry + " " + change.newValue() + ttl(change);
      case DELETED -> "delete " + entry;
      case EXPIRED -> "get " + entry;
    };
  }

  private static String ttl(Change change) {
    return change.expiresAt() == null ? "" : " ttl " + (change.expiresAt() - change.ts());
  }

  private static Sameness<String> emitting(KvOptions options, KvResults.ToChange<String> toChange) {
    KvResults<String, String, String> results =
        new KvResults<>(
            CommandLines::answer, Types.STRING, toChange, Types.STRING, new ArrayList<>());
    return Sameness.of(
            Types.STRING,
            lines ->
                KvStore.on(lines, new CommandLines(), results, options, null, "store").answers())
        .outOfOrderness(RandomCommands.OUT_OF_ORDERNESS);
  }

  /** What was there when the last command had come. */
  private static List<Timed<String>> with(List<Timed<String>> commands, long end) {
    List<Timed<String>> all = new ArrayList<>(commands);
    for (String scope : List.of("s0", "s1", "s2")) {
      all.add(new Timed<>("list " + scope + " at the end", end));
    }
    return all;
  }

  private static List<String> seenAtTheEnd(List<String> records) {
    return records.stream().filter(record -> record.contains(" at the end -> ")).toList();
  }

  private static List<Timed<String>> changesOf(List<String> records) {
    return records.stream()
        .filter(record -> record.startsWith("changes "))
        .map(KvReplayTest::timed)
        .toList();
  }

  private static Timed<String> timed(String record) {
    int at = record.lastIndexOf(" @ ");
    return new Timed<>(
        record.substring("changes ".length(), at), Long.parseLong(record.substring(at + 3)));
  }
}
