// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drey.operators.meaning.Meaning;
import io.drey.state.json.ValueSink;
import io.drey.state.snapshot.bytes.ByteReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and strings with a meaning that Drey's operators give them: they are shown by their
 * meaning, and are like their plain type in every other respect.
 *
 * @param plain the type as stored: long for an instant, string for JSON
 */
public record LogicalType(ValueType plain, Meaning meaning) implements ValueType {
  /** Made with the first value that is JSON: to list states needs none. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** Gives a type, or the type of its elements, a meaning; returns other types unchanged. */
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
    ValueType expected = meaning == Meaning.INSTANT ? Scalar.LONG : StringType.STRING;
    return type.equals(expected) ? new LogicalType(type, meaning) : type;
  }

  /** Returns a type without its meaning. */
  public static ValueType plain(ValueType type) {
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
    if (meaning == Meaning.INSTANT) {
      out.instant(in.readLong());
    } else {
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
  public int size() {
    return plain.size();
  }

  @Override
  public ValueType bare() {
    return plain;
  }
}
