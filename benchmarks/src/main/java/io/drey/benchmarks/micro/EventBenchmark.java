// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventReader;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.event.KeyPaths;
import io.drey.operators.event.MalformedJsonException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One line of the file-to-file benchmarks as an {@link Event}, and through Jackson. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventBenchmark {
  private static final String LINE =
      """
      {"timestamp":"2026-01-15T10:00:00.123Z","request_id":"req-9e3779b97f4a7c15",\
      "user":"user-12345","method":"GET","path":"/api/v1/orders/123456","status":200,\
      "bytes":12345,"duration_ms":123,"agent":"curl/8.5.0"}""";
  static final Event EVENT = Event.of(LINE);
  private static final KeyPaths KEY = KeyPaths.of("request_id");

  private final byte[] line = LINE.getBytes(UTF_8);
  private final EventReader reader = new EventReader();
  private final Event event = EVENT;
  private final Event keyed = event.withKey("\"req-9e3779b97f4a7c15\"");
  private final TypeSerializer<Event> serializer =
      EventTypeInfo.STREAM.createSerializer(new SerializerConfigImpl());
  private final DataOutputSerializer wire = new DataOutputSerializer(2 * LINE.length());
  private final DataInputDeserializer received = new DataInputDeserializer();
  private final JsonFactory json = new JsonFactory();
  private final ObjectMapper mapper = new ObjectMapper();

  @Benchmark
  public Event scan() throws MalformedJsonException {
    return reader.read(line, 0, line.length);
  }

  @Benchmark
  public @Nullable String scanAndReadKey() throws MalformedJsonException {
    return KEY.read(reader.read(line, 0, line.length));
  }

  @Benchmark
  public @Nullable String readKey() {
    return KEY.read(event);
  }

  @Benchmark
  public Event spliceIn() {
    return event.with("is_first", true);
  }

  @Benchmark
  public Event spliceOut() {
    return event.without("bytes");
  }

  @Benchmark
  public Event throughTheWire() throws IOException {
    wire.clear();
    serializer.serialize(keyed, wire);
    received.setBuffer(wire.getSharedBuffer(), 0, wire.length());
    return serializer.deserialize(received);
  }

  @Benchmark
  public int jacksonTokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = json.createParser(line)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  @Benchmark
  public @Nullable String jacksonTokensToKey() throws IOException {
    String key = null;
    try (JsonParser parser = json.createParser(line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME && parser.currentName().equals("request_id")) {
          key = parser.nextTextValue();
        }
      }
    }
    return key;
  }

  @Benchmark
  public JsonNode jacksonTree() throws IOException {
    return mapper.readTree(line);
  }

  @Benchmark
  public byte[] jacksonTreeAndBack() throws IOException {
    ObjectNode tree = (ObjectNode) mapper.readTree(line);
    return mapper.writeValueAsBytes(tree.put("is_first", true));
  }
}
