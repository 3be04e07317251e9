// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that is mostly rubbish. */
@Timeout(200)
class MalformedITCase {
  private static final int BAD = 100_000;
  private static final int LONGEST_RAW = 4 << 10;

  private final List<String> good = new ArrayList<>();
  private final List<byte[]> bad = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();
  private final Path directory;

  MalformedITCase(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void bringsOutEveryEventAndReportsEveryOtherLine() throws Exception {
    writeInput(new Random(11));
    assertThat(good).hasSizeGreaterThan(BAD / 5);
    Files.writeString(
        directory.resolve("mixed.yaml"),
        """
        version: 1
        name: mixed
        sources: {in: {type: file, path: in.jsonl}}
        sinks: {out: {type: stdout}, bad: {type: file, path: bad.jsonl, from: in.malformed}}
        """);

    TestingDrey.Ended ended = TestingDrey.run(directory, "run", "mixed.yaml");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.lines()).isEqualTo(good);
    assertThat(ended.err())
        .contains(
            String.format("  source in: %,d events, 100,000 malformed\n", good.size()),
            "  sink   bad: 100,000 events\n");
    assertRecords(Files.readAllLines(directory.resolve("bad.jsonl")));
  }

  private void assertRecords(List<String> records) throws IOException {
    assertThat(records).hasSize(BAD);
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < BAD; i++) {
      JsonNode record = json.readTree(records.get(i));
      assertThat(record.path("source").asText()).isEqualTo("in");
      assertThat(record.path("position").asText()).isEqualTo("in.jsonl:" + positions.get(i));
      assertThat(record.path("error").asText()).isNotEmpty();
      byte[] line = bad.get(i);
      assertThat(raw(record)).isEqualTo(Arrays.copyOf(line, Math.min(line.length, LONGEST_RAW)));
    }
  }

  private static byte[] raw(JsonNode record) {
    return record.has("raw")
        ? record.path("raw").asText().getBytes(UTF_8)
        : Base64.getDecoder().decode(record.path("raw_base64").asText());
  }

  private void writeInput(Random random) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("in.jsonl")))) {
      for (int line = 1; bad.size() < BAD; line++) {
        if (random.nextInt(5) == 0) {
          good.add("{\"n\":" + line + ",\"text\":\"é" + "x".repeat(random.nextInt(100)) + "\"}");
          out.write(good.get(good.size() - 1).getBytes(UTF_8));
        } else {
          byte[] rubbish = random.nextBoolean() ? noise(random) : broken(random, line);
          bad.add(rubbish);
          positions.add(line);
          out.write(rubbish);
        }
        out.write('\n');
      }
    }
  }

  /** Bytes of any value but that of a newline, no blank line among them. */
  private static byte[] noise(Random random) {
    byte[] bytes = new byte[2 + random.nextInt(60)];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? 0 : bytes[i];
    }
    bytes[0] = (byte) "#x[\0\"5".charAt(random.nextInt(6));
    bytes[bytes.length - 1] = '#';
    return bytes;
  }

  private static byte[] broken(Random random, int line) {
    String text =
        switch (random.nextInt(7)) {
          case 0 -> "{\"n\":" + line;
          case 1 -> "[" + line + "]";
          case 2 -> "{\"n\":" + line + "}}";
          case 3 -> "{\"n\":1,}";
          case 4 -> "{\"n\":01}";
          case 5 -> "{\"n\":" + "[".repeat(random.nextInt(100)) + "}";
          default -> "{'n':" + line + "}";
        };
    return text.getBytes(UTF_8);
  }
}
