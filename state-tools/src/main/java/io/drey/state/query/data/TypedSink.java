// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.query.data;

import io.drey.state.json.JsonWriter;
import io.drey.state.json.MapForm;
import io.drey.state.json.ValueSink;
import io.drey.state.query.data.Target.Parts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.types.logical.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * Builds values of one SQL type as Flink's internal data structures. A part that does not fit its
 * type becomes null, and is counted; objects and arrays become JSON where the type is a string.
 */
public final class TypedSink implements ValueSink {
  private final Cell cell;

  /** The values that have begun, each a part of the one before; the first is the cell. */
  private final List<Target> open = new ArrayList<>();

  /** The JSON of a value whose type has no such parts. */
  private final JsonWriter json = new JsonWriter();

  /** How many values have begun in the JSON. */
  private int depth;

  private long unfit;

  public TypedSink(LogicalType type) {
    cell = new Cell(Targets.of(type));
    open.add(cell);
  }

  /** Begins a value; one that has not ended is discarded. */
  public void begin() {
    cell.value = null;
    open.subList(1, open.size()).clear();
    json.truncate(0);
    depth = 0;
  }

  /** Returns the value, which is null if there was none or it does not fit. */
  public @Nullable Object end() {
    return cell.value;
  }

  /** How many values and parts of values did not fit their types. */
  public long unfit() {
    return unfit;
  }

  /** Where a value of the column goes. */
  private static final class Cell extends Target {
    private final Target type;
    private @Nullable Object value;

    Cell(Target type) {
      this.type = type;
    }

    @Override
    Target part() {
      return type;
    }

    @Override
    void add(@Nullable Object part) {
      value = part;
    }
  }

  private Target innermost() {
    return open.get(open.size() - 1);
  }

  private void put(Object scalar) {
    Target target = innermost().part();
    Object converted = target.scalar(scalar);
    if (converted == null && target.counts()) {
      unfit++;
    }
    innermost().add(converted);
  }

  /** Begins a value with parts and returns whether its type has them; else it is JSON. */
  private boolean begins(Parts parts) {
    if (depth == 0) {
      Target target = innermost().part();
      if (target.begins(parts)) {
        open.add(target);
        return true;
      }
    }
    depth++;
    return false;
  }

  /** Ends a value with parts and returns whether its type has them. */
  private boolean ends() {
    if (depth > 0) {
      return false;
    }
    Target ended = open.remove(open.size() - 1);
    innermost().add(ended.end());
    return true;
  }

  private void endJson() {
    depth--;
    if (depth == 0) {
      put(Json.text(json.buffer(), 0, json.size()));
      json.truncate(0);
    }
  }

  @Override
  public void beginObject() {
    if (!begins(Parts.MEMBERS)) {
      json.beginObject();
    }
  }

  @Override
  public void beginRecord() {
    beginObject();
  }

  @Override
  public void endObject() {
    if (!ends()) {
      json.endObject();
      endJson();
    }
  }

  @Override
  public void name(byte[] encoded) {
    if (depth > 0) {
      json.name(encoded);
    } else {
      innermost().name(encoded);
    }
  }

  @Override
  public void name(String name) {
    name(JsonWriter.encodedName(name));
  }

  @Override
  public void beginArray() {
    if (!begins(Parts.ELEMENTS)) {
      json.beginArray();
    }
  }

  @Override
  public void beginSet() {
    beginArray();
  }

  @Override
  public void endArray() {
    if (!ends()) {
      json.endArray();
      endJson();
    }
  }

  @Override
  public void beginMap(MapForm form) {
    if (!begins(Parts.ENTRIES)) {
      json.beginMap(form);
    }
  }

  @Override
  public void beginKey(MapForm form) {
    if (depth > 0) {
      json.beginKey(form);
    }
  }

  @Override
  public void endKey(MapForm form) {
    if (depth > 0) {
      json.endKey(form);
    }
  }

  @Override
  public void endEntry(MapForm form) {
    if (depth > 0) {
      json.endEntry(form);
    }
  }

  @Override
  public void endMap(MapForm form) {
    if (!ends()) {
      json.endMap(form);
      endJson();
    }
  }

  @Override
  public void nullValue() {
    if (depth > 0) {
      json.nullValue();
    } else {
      innermost().add(null);
    }
  }

  @Override
  public void bool(boolean value) {
    if (depth > 0) {
      json.bool(value);
    } else {
      put(value);
    }
  }

  @Override
  public void number(long value) {
    if (depth > 0) {
      json.number(value);
    } else {
      put(value);
    }
  }

  @Override
  public void number(float value) {
    if (depth > 0) {
      json.number(value);
    } else {
      put(value);
    }
  }

  @Override
  public void number(double value) {
    if (depth > 0) {
      json.number(value);
    } else {
      put(value);
    }
  }

  @Override
  public void number(BigInteger value) {
    if (depth > 0) {
      json.number(value);
    } else {
      put(value);
    }
  }

  @Override
  public void number(BigDecimal value) {
    if (depth > 0) {
      json.number(value);
    } else {
      put(value);
    }
  }

  @Override
  public void text(CharSequence value) {
    if (depth > 0) {
      json.text(value);
    } else {
      put(value);
    }
  }

  @Override
  public void asciiText(byte[] bytes, int from, int length) {
    if (depth > 0) {
      json.asciiText(bytes, from, length);
    } else {
      put(Json.copied(bytes, from, length));
    }
  }

  @Override
  public void base64(byte[] bytes, int from, int length) {
    if (depth > 0) {
      json.base64(bytes, from, length);
    } else {
      put(Arrays.copyOfRange(bytes, from, from + length));
    }
  }

  @Override
  public void instant(long epochMillis) {
    if (depth > 0) {
      json.instant(epochMillis);
    } else {
      put(TimestampData.fromEpochMillis(epochMillis));
    }
  }

  @Override
  public void temporal(Object value) {
    if (depth > 0) {
      json.temporal(value);
    } else {
      put(value);
    }
  }

  @Override
  public void raw(byte[] bytes, int from, int length) {
    if (depth > 0) {
      json.raw(bytes, from, length);
    } else if (Json.isNull(bytes, from)) {
      innermost().add(null);
    } else {
      put(Json.text(bytes, from, length));
    }
  }

  @Override
  public int size() {
    return json.size();
  }
}
