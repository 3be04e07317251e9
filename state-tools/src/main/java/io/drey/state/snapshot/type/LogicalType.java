// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.operators.aggregate.measure.SketchFigures;
import io.drey.operators.meaning.Meaning;
import io.drey.state.json.PlainJson;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.bytes.ByteWriter;
import io.drey.state.snapshot.value.Given;
import io.drey.state.snapshot.value.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, strings and bytes with a meaning that Drey's operators give them: they are shown by
 * their meaning, and are like their plain type in every other respect.
 *
 * @param plain the type as stored: long for an instant, string for JSON, bytes for a sketch
 */
public record LogicalType(ValueType plain, Meaning meaning) implements ValueType {
  /** Made with the first value that is JSON: to list states needs none. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * Gives a type, or the type of its elements or its keys, a meaning; returns other types
   * unchanged.
   */
  public static ValueType of(ValueType type, Meaning meaning) {
    if (meaning == Meaning.PLAIN) {
      return type;
    }
    if (type instanceof NullableType nullable) {
      return new NullableType(of(nullable.value(), meaning), nullable.padding());
    }
    if (type instanceof TtlType ttl) {
      return new TtlType(of(ttl.value(), meaning));
    }
    if (type instanceof SequenceType list) {
      return new SequenceType(list.text(), of(list.element(), meaning), list.marks());
    }
    if (type instanceof MapType map) {
      return new MapType(of(map.key(), meaning), map.value());
    }
    return type.equals(stored(meaning)) ? new LogicalType(type, meaning) : type;
  }

  private static ValueType stored(Meaning meaning) {
    return switch (meaning) {
      case INSTANT -> Scalar.LONG;
      case SKETCH -> BytesType.BYTES;
      default -> StringType.STRING;
    };
  }

  /** Whether values are of any JSON type, though strings are stored. */
  static boolean isJson(ValueType type) {
    return type instanceof LogicalType meant && meant.meaning == Meaning.JSON;
  }

  /** Returns a type without its meaning. */
  public static ValueType plain(ValueType type) {
    if (type instanceof NamedTuple named) {
      return named.plain();
    }
    return type instanceof LogicalType meant ? meant.plain() : type;
  }

  @Override
  public String text() {
    return plain.text();
  }

  @Override
  public void skip(ByteReader in) {
    plain.skip(in);
  }

  @Override
  public void write(ByteReader in, ValueSink out) {
    switch (meaning) {
      case INSTANT -> out.instant(in.readLong());
      case SKETCH -> writeSketch(in.readBytes(in.readCount()), out);
      default -> writeJson(in, out);
    }
  }

  /** Writes what a sketch tells, and the bytes, in which equal sketches are equal. */
  private static void writeSketch(byte[] sketch, ValueSink out) {
    out.beginObject();
    figures(sketch)
        .forEach(
            (name, figure) -> {
              out.name(name);
              if (figure instanceof Long whole) {
                out.number(whole);
              } else {
                out.number(figure.doubleValue());
              }
            });
    out.name("bytes");
    out.base64(sketch, 0, sketch.length);
    out.endObject();
  }

  private static Map<String, Number> figures(byte[] sketch) {
    try {
      return SketchFigures.of(sketch);
    } catch (IllegalArgumentException isNone) {
      return Map.of();
    }
  }

  /** Writes JSON; that of a plain text or number, as keys are, is told without a parser. */
  private static void writeJson(ByteReader in, ValueSink out) {
    int from = in.position();
    int length = StringType.STRING.readAsciiLength(in);
    if (PlainJson.isScalar(in.bytes(), in.position(), length)) {
      out.raw(in.bytes(), in.position(), length);
      in.skip(length);
    } else {
      in.position(from);
      writeJson(StringType.STRING.read(in), out);
    }
  }

  /** Writes JSON; if the string is not valid JSON after all, as a string. */
  private static void writeJson(@Nullable String value, ValueSink out) {
    if (value == null) {
      out.nullValue();
    } else if (isJson(value)) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      out.raw(utf8, 0, utf8.length);
    } else {
      out.text(value);
    }
  }

  private static boolean isJson(String value) {
    try {
      JsonNode tree = Json.MAPPER.readTree(value);
      return !tree.isMissingNode() && value.indexOf('\n') < 0;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  @Override
  public void encode(@Nullable Object value, ByteWriter out) {
    switch (meaning) {
      case INSTANT -> out.writeLong(Given.millis(value));
      case SKETCH -> plain.encode(Given.members(value).get("bytes"), out);
      default -> plain.encode(value == null ? null : JsonText.of(value), out);
    }
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public ValueType bare() {
    return plain;
  }
}
