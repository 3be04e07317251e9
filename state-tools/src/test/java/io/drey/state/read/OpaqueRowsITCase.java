// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drey.state.sample.Damage;
import io.drey.state.sample.KryoStates;
import io.drey.state.sample.Rows;
import io.drey.state.sample.TestingCluster;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueRowsITCase {
  private static final Pattern LIST =
      Pattern.compile("(.*\"secrets\".*)\"error.*\"bytes\":\"(.*)\"}");

  private static Path framed;
  private static Path heap;
  private static Path compressed;

  @BeforeAll
  static void takeSavepoints(@TempDir Path directory) throws Exception {
    framed = savepoint("false", SavepointFormatType.CANONICAL, directory.resolve("framed"));
    heap = savepoint("false", SavepointFormatType.NATIVE, directory.resolve("heap"));
    compressed = savepoint("true", SavepointFormatType.NATIVE, directory.resolve("compressed"));
  }

  private static Path savepoint(String isCompressed, SavepointFormatType format, Path directory)
      throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("state.backend.type", "hashmap");
    settings.put("pipeline.max-parallelism", "4");
    settings.put("execution.checkpointing.snapshot-compression", isCompressed);
    return TestingCluster.savepoint(settings, KryoStates::build, format, directory);
  }

  @Test
  void showsWhatKryoWroteAsItsBytes() {
    String start = "{\"operator\":\"of-longs\",\"state\":\"%s\",\"key\":8526495039125476985,";

    assertThat(Rows.keyed(framed, "of-longs"))
        .hasSize(6 * KryoStates.KEYS)
        .contains(
            start.formatted("known") + "\"value\":8526495039125476985}",
            start.formatted("named") + "\"map_key\":\"null\",\"value\":null}",
            start.formatted("secret")
                + "\"error\":\"only Kryo<io.drey.state.sample.KryoStates$Secret> can decode these"
                + " 32 bytes (--jar with io.drey.state.sample.KryoStates$Secret would help)\","
                + "\"bytes\":\"VwHy2aKjgoSZ1OwBczg1MjY0OTUwMzkxMjU0NzY5OLU=\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"of-longs", "of-texts", "of-pairs", "of-visits"})
  void findsTheEndsOfWhatKryoWroteWhereNothingTellsThem(String operator) {
    List<String> expected = framedRows(operator);

    assertThat(heapRows(heap, operator)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(heapRows(compressed, operator)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Damage.of(heap)).isEqualTo(Damage.of(framed));
  }

  /** The byte that parts the elements of a list is taken out: it is the sixth. */
  private static List<String> framedRows(String operator) {
    return Rows.keyed(framed, operator).stream().map(row -> changed(row, 5, 1)).toList();
  }

  /** The count of the elements of a list is taken out. */
  private static List<String> heapRows(Path snapshot, String operator) {
    return Rows.keyed(snapshot, operator).stream().map(row -> changed(row, 0, 4)).toList();
  }

  private static String changed(String row, int from, int count) {
    Matcher matcher = LIST.matcher(row);
    if (!matcher.matches()) {
      return row;
    }
    byte[] bytes = Base64.getDecoder().decode(matcher.group(2));
    byte[] rest = new byte[bytes.length - count];
    System.arraycopy(bytes, 0, rest, 0, from);
    System.arraycopy(bytes, from + count, rest, from, rest.length - from);
    return matcher.group(1) + Arrays.toString(rest);
  }
}
