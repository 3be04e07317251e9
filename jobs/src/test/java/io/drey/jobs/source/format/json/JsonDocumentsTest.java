// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.drey.jobs.source.format.RecordsKit;
import io.drey.jobs.source.format.RecordsKit.Cut;
import io.drey.jobs.source.line.MalformedLineException;
import io.drey.jobs.source.line.RecordReader;
import io.drey.jobs.source.line.StreamPosition;
import io.drey.operators.event.FieldPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {
  private static final int FUZZ = Integer.getInteger("drey.fuzz.inputs", 20_000);

  @Test
  void findsTheElementsOfTheArray() throws Exception {
    String documents =
        """
        {"x":{"R":[9]},"R":[{"a":1},
        {
        "a":2}],"y":[{}]}
        {"R":[]}{"R":[{"a":3}]}""";

    assertThat(events("R", "", documents)).containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
  }

  @Test
  void entersArraysOnTheWay() throws Exception {
    String document =
        """
        [{"r":[{"s":[{"l":[{"a":1},{"a":2}]},{"l":[]}]},{"s":{"l":[{"a":3}]}}]}]""";

    assertThat(events("r.s.l", "", document))
        .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
  }

  @Test
  void keepsFieldsOfTheObjectsAround() throws Exception {
    String document =
        """
        {"id":7,"r":[{"id":8,"m":{"n":"x"},"l":[{"a":1,"id":9}]},{"m.n":null,"l":[{}]}]}""";

    assertThat(events("r.l", "id,m.n", document))
        .containsExactly("{\"a\":1,\"id\":8,\"m.n\":\"x\"}", "{\"id\":7,\"m.n\":null}");
  }

  @Test
  void keepsAttributesOfOpenTelemetry() throws Exception {
    String document =
        """
        {"resourceLogs": [{
          "resource": {"attributes": [
            {"key": "service.name", "value": {"stringValue": "shop"}},
            {"key": "pid", "value": {"intValue": "12"}}]},
          "scopeLogs": [{"scope": {"name": "lib"}, "logRecords": [{"severityText":"INFO"}]}]
        }]}
        """;

    assertThat(events("resourceLogs.scopeLogs.logRecords", "service.name,pid,scope.name", document))
        .containsExactly(
            "{\"severityText\":\"INFO\",\"service.name\":\"shop\",\"pid\":12,"
                + "\"scope.name\":\"lib\"}");
  }

  @Test
  void whatIsNoObjectOrHasNoArrayIsMalformed() throws Exception {
    String documents =
        """
        {"R":[1,"x",[{}],{"a":1}]} {"S":[]}
        {"R":{}}
        now
        {"R":[{}]}""";

    assertThat(events("R", "", documents))
        .containsExactly(
            "1: Expected an object at byte 0",
            "\"x\": Expected an object at byte 0",
            "[{}]: Expected an object at byte 0",
            "{\"a\":1}",
            "{\"S\":[]}: No array 'R'",
            "{\"R\":{}}: No array 'R'",
            "now: Expected a document",
            "{}");
  }

  @Test
  void saysThatAFieldBehindTheRecordsIsNotKept() throws Exception {
    assertThat(events("R", "k", "{\"R\":[{\"a\":1}],\"k\":2}"))
        .containsExactly(
            "{\"a\":1}",
            "{\"R\":[{\"a\":1}],\"k\":2}: Field 'k' stands behind the records and cannot be kept");
  }

  @Test
  void goesOnBehindADocumentThatIsBroken() throws Exception {
    assertThat(events("R", "", "{\"R\":[{\"a\":1},}\n]}\n{\"R\":[{\"b\":1}]}"))
        .containsExactly(
            "{\"a\":1}",
            "{\"R\":[{\"a\":1},: Expected a value or ']' at byte 14 of the document",
            "{\"b\":1}");
    assertThat(events("R", "", "{\"R\":[{\"a\":\n{\"R\":[{\"b\":1}]}\n"))
        .containsExactly("{\"a\":: Cut off", "{\"b\":1}");
    assertThat(events("R", "", "{\"R\":[{\"a\":1}"))
        .containsExactly("{\"a\":1}", "{\"R\":[{\"a\":1}: The document does not end");
  }

  @Test
  void positionsAreTheStartOfTheDocumentAndTheIndex() throws IOException {
    List<Cut> cuts =
        new RecordsKit((in, start) -> new JsonDocuments(in, start, List.of("R"), List.of()))
            .all("\n{\"R\":[\n{},\n{}]}\n{\"R\":[{}]}".getBytes(UTF_8));

    assertThat(cuts).extracting(Cut::linesBefore).containsExactly(1L, 1L, 4L);
    assertThat(cuts).extracting(Cut::index).containsExactly(0L, 1L, 0L);
    assertThat(cuts)
        .extracting(Cut::next)
        .containsExactly(
            new StreamPosition(1, 1, 1), new StreamPosition(1, 1, 2), new StreamPosition(17, 4, 1));
  }

  @Test
  void everyStreamHasTheSameRecordsInPiecesAndContinued() throws IOException {
    RecordsKit kit =
        new RecordsKit(
            (in, start) -> new JsonDocuments(in, start, List.of("1"), List.of(FieldPath.of("2"))));
    for (int seed = 0; seed < FUZZ; seed++) {
      Random random = new Random(seed);
      kit.check(random(random), random);
    }
  }

  /** Documents, some of them with a few bytes changed. */
  private static byte[] random(Random random) {
    StringBuilder text = new StringBuilder();
    int documents = random.nextInt(4);
    for (int i = 0; i < documents; i++) {
      text.append("{\"2\":{},\n\"3\":[\"x\"], \"1\":[");
      int records = random.nextInt(4);
      for (int j = 0; j < records; j++) {
        text.append(j == 0 ? "" : ",\n").append("{\"a\":[").append(j).append(",{}]}");
      }
      text.append(random.nextBoolean() ? "]}" : "]}\n");
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    int changes = random.nextInt(3);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:\n1x".charAt(random.nextInt(10));
    }
    return bytes;
  }

  private static List<String> events(String path, String keep, String text) throws IOException {
    List<FieldPath> kept =
        Stream.of(keep.split(",")).filter(field -> !field.isEmpty()).map(FieldPath::of).toList();
    JsonDocuments reader =
        new JsonDocuments(
            new ByteArrayInputStream(text.getBytes(UTF_8)),
            StreamPosition.START,
            List.of(path.split("\\.")),
            kept);
    List<String> events = new ArrayList<>();
    while (true) {
      RecordReader.Found found = reader.next();
      if (found == RecordReader.Found.END) {
        return events;
      }
      if (found == RecordReader.Found.UNFINISHED) {
        reader.takeUnfinished();
      }
      events.add(event(reader));
    }
  }

  private static String event(JsonDocuments reader) {
    byte[] bytes = reader.bytes();
    int from = reader.from();
    int to = reader.to();
    String raw = new String(bytes, from, to - from, UTF_8);
    if (reader.problem() != null) {
      return raw + ": " + reader.problem();
    }
    try {
      return reader.whole(new JsonObjects().parse(bytes, from, to)).toString();
    } catch (MalformedLineException e) {
      return raw + ": " + e.getMessage();
    }
  }
}
