// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.witness;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.drey.operators.event.Event;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.ttl.TtlValue;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Objects that Flink read, as the trees that Jackson makes of them. */
final class Testimony {
  static final String EVENT_TIMERS = "_timer_state/event_user-timers";
  static final String PROCESSING_TIMERS = "_timer_state/processing_user-timers";

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultDateFormat(new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT))
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .build();

  /** What functions of the job under way have read; they run in this JVM. */
  private static final Queue<JsonNode> ROWS = new ConcurrentLinkedQueue<>();

  private final ObjectNode row = MAPPER.createObjectNode();

  private Testimony(String state) {
    row.put("state", state);
  }

  static Testimony of(String state) {
    return new Testimony(state);
  }

  static Testimony of(String state, Object key) {
    return new Testimony(state).with("key", key);
  }

  /** What a row of ours says, in the same form. */
  static JsonNode ours(String row) {
    try {
      ObjectNode tree = (ObjectNode) MAPPER.readTree(row);
      tree.remove(List.of("operator", "subtask"));
      sortNumbers(tree);
      return tree;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(row, e);
    }
  }

  /** Sets have no order, and it does not show which numbers are a set. */
  private static void sortNumbers(JsonNode tree) {
    tree.forEach(Testimony::sortNumbers);
    if (tree instanceof ArrayNode array && !array.isEmpty() && array.get(0).isIntegralNumber()) {
      List<JsonNode> numbers = new ArrayList<>();
      array.forEach(numbers::add);
      numbers.sort(Comparator.comparingLong(JsonNode::longValue));
      array.removeAll().addAll(numbers);
    }
  }

  /** The object that a value of a row stands for. */
  static <T> T object(JsonNode value, Class<T> type) {
    return MAPPER.convertValue(value, type);
  }

  /** All that was given since the last time. */
  static List<JsonNode> takeAll() {
    List<JsonNode> rows = new ArrayList<>(ROWS);
    ROWS.clear();
    return rows;
  }

  Testimony with(String name, Object value) {
    row.set(name, tree(value));
    return this;
  }

  Testimony timestamp(long millis) {
    row.put("timestamp", instant(millis));
    return this;
  }

  Testimony window(TimeWindow window) {
    row.putObject("namespace")
        .put("start", instant(window.getStart()))
        .put("end", instant(window.getEnd()));
    return this;
  }

  Testimony fresh(TtlValue<?> value) {
    row.put("last_access", instant(value.getLastAccessTimestamp()));
    return with("value", value.getUserValue());
  }

  Testimony fresh(List<? extends TtlValue<?>> values) {
    var accesses = row.putArray("last_access");
    values.forEach(value -> accesses.add(instant(value.getLastAccessTimestamp())));
    return with("value", values.stream().map(TtlValue::getUserValue).toList());
  }

  void give() {
    ROWS.add(ours(row.toString()));
  }

  private static JsonNode tree(Object value) {
    try {
      return value instanceof Event event
          ? MAPPER.readTree(event.toString())
          : MAPPER.valueToTree(value instanceof Tuple2<?, ?> pair ? fields(pair) : value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode fields(Tuple2<?, ?> pair) {
    ObjectNode fields = MAPPER.createObjectNode();
    fields.set("f0", tree(pair.f0));
    fields.set("f1", tree(pair.f1));
    return fields;
  }

  private static String instant(long millis) {
    return MILLIS.format(Instant.ofEpochMilli(millis));
  }
}
