// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.sameness.Sameness;
import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Runs of a store over {@link CommandLines}, each at its place among the others, or at the ms that
 * stands before it: {@code @100 get a k}.
 */
final class StoreRun {
  private StoreRun() {}

  static Sameness<String> of(KvOptions options) {
    return Sameness.of(Types.STRING, lines -> CommandLines.answers(lines, options));
  }

  /** All that leaves, with no watermark before the end. */
  static List<String> plain(KvOptions options, String... lines) throws Exception {
    return of(options).run(timed(lines));
  }

  /** All that leaves, with a watermark behind every command. */
  static List<String> watermarked(KvOptions options, String... lines) throws Exception {
    return of(options).runWithWatermarks(timed(lines));
  }

  static List<String> changes(KvOptions options, String... lines) throws Exception {
    return behind("changes ", plain(options, lines));
  }

  static List<String> answers(KvOptions options, String... lines) throws Exception {
    return behind("main ", plain(options, lines));
  }

  private static List<String> behind(String output, List<String> records) {
    return records.stream()
        .filter(record -> record.startsWith(output))
        .map(record -> record.substring(output.length()))
        .toList();
  }

  private static List<Timed<String>> timed(String... lines) {
    List<Timed<String>> commands = new ArrayList<>();
    for (String line : lines) {
      boolean isTimed = line.startsWith("@");
      String[] parts = line.split(" ", 2);
      commands.add(
          isTimed
              ? new Timed<>(parts[1], Long.parseLong(parts[0].substring(1)))
              : new Timed<>(line, commands.size()));
    }
    return commands;
  }
}
