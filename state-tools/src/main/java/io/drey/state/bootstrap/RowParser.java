// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.bootstrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses rows. Values are as types encode them: integers are longs, other numbers decimals of their
 * digits.
 */
final class RowParser {
  private static final JsonFactory JSON = new JsonFactory();

  private RowParser() {}

  /**
   * Returns the row that a line is.
   *
   * @throws InvalidRowException if it is not a JSON object
   */
  static Row parse(RowLines lines) throws IOException {
    try (JsonParser json = JSON.createParser(lines.bytes(), 0, lines.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidRowException("Invalid row: must be a JSON object");
      }
      Map<String, @Nullable Object> members = object(json);
      if (json.nextToken() != null) {
        throw new InvalidRowException("Invalid row: must be one JSON object, but more follows it");
      }
      return new Row(lines.number(), members);
    } catch (JsonProcessingException e) {
      throw new InvalidRowException(
          "Invalid row: not JSON in column "
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage());
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser json) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      if (members.containsKey(name)) {
        throw new InvalidRowException("Invalid row: '" + name + "' is there twice");
      }
      json.nextToken();
      members.put(name, value(json));
    }
    return members;
  }

  private static List<@Nullable Object> list(JsonParser json) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(json));
    }
    return elements;
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> list(json);
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> integer(json);
      case VALUE_NUMBER_FLOAT -> decimal(json);
      default -> null;
    };
  }

  private static Object integer(JsonParser json) throws IOException {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new BigDecimal(json.getBigIntegerValue())
        : (Object) json.getLongValue();
  }

  /** A decimal has no negative zero. */
  private static Object decimal(JsonParser json) throws IOException {
    BigDecimal decimal = json.getDecimalValue();
    return decimal.signum() == 0 && json.getText().startsWith("-") ? (Object) (-0.0) : decimal;
  }
}
