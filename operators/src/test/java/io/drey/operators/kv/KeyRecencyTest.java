// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.operators.rule.KeyedSettings;
import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which keys of a capped scope are left is the same as with a map in order of access. */
class KeyRecencyTest {
  private static final int MOST = 5;

  @Test
  void keepsTheKeysThatWereUsedLast() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      List<Timed<String>> commands = commands(new Random(seed));
      KvOptions capped = KvOptions.lasting().with(KeyedSettings.EVENT_TIME.withMaxKeys(MOST));
      Sameness<String> sameness = StoreRun.of(capped);

      assertThat(
              sameness.run(commands).stream().filter(line -> line.startsWith("main list")).toList())
          .as("seed %s", seed)
          .isEqualTo(expected(commands));
      if (seed == 0) {
        sameness.check(commands);
      }
    }
  }

  private static List<Timed<String>> commands(Random random) {
    List<Timed<String>> commands = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String key = "k" + random.nextInt(9);
      String line =
          switch (random.nextInt(8)) {
            case 0 -> "delete a " + key;
            case 1 -> random.nextInt(6) == 0 ? "clear a" : "list a";
            case 2, 3 -> "get a " + key;
            default -> "set a " + key + " " + i;
          };
      commands.add(new Timed<>(line, i));
    }
    return commands;
  }

  private static List<String> expected(List<Timed<String>> commands) {
    Map<String, String> used = new LinkedHashMap<>(16, 0.75f, true);
    List<String> lists = new ArrayList<>();
    for (Timed<String> command : commands) {
      String[] words = command.value().split(" ", -1);
      switch (words[0]) {
        case "get" -> used.get(words[2]);
        case "delete" -> used.remove(words[2]);
        case "clear" -> used.clear();
        case "list" ->
            lists.add(
                "main list a -> "
                    + new TreeMap<>(used).entrySet().stream().map(Object::toString).toList()
                    + " @ "
                    + command.time());
        default -> used.put(words[2], words[3]);
      }
      if (used.size() > MOST) {
        used.remove(used.keySet().iterator().next());
      }
    }
    return lists;
  }
}
