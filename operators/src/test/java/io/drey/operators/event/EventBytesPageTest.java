// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** The bytes in the table of {@code docs/event-bytes.md} are those that are written. */
class EventBytesPageTest {
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (state|wire) \\| `(.*?)` \\| (\\w+) \\| (none|(\\w+), (\\S+)) \\| `(.*?)` \\|$",
          Pattern.MULTILINE);

  @Test
  void showsTheBytesThatAreWritten() throws IOException {
    Path page = Path.of(System.getProperty("drey.root"), "docs/event-bytes.md");

    assertThat(ROW.matcher(Files.readString(page)).results())
        .hasSize(6)
        .allSatisfy(row -> assertThat(bytes(row)).isEqualTo(row.group(7)));
  }

  private static String bytes(MatchResult row) throws IOException {
    Event event = Event.of(row.group(2));
    Event sent =
        row.group(3).equals("none")
            ? event
            : Objects.requireNonNull(KeyPaths.of(row.group(3)).keyed(event));
    if (row.group(5) != null) {
      sent = sent.withOrigin(new Origin(row.group(5), row.group(6)));
    }
    DataOutputSerializer out = new DataOutputSerializer(64);
    new EventSerializer(row.group(1).equals("wire")).serialize(sent, out);
    return HexFormat.ofDelimiter(" ").formatHex(out.getCopyOfBuffer());
  }
}
