// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.value;

import io.drey.jobs.yaml.Unknown;
import io.drey.state.snapshot.type.BigNumber;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.MapType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.SequenceType;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads types as they are shown: scalars, {@code List<…>}, {@code Set<…>} and {@code Map<…, …>} of
 * such.
 */
public final class TypeText {
  private static final Map<String, ValueType> SCALARS = new LinkedHashMap<>();

  static {
    Stream.of(
            Scalar.BOOLEAN,
            Scalar.BYTE,
            Scalar.SHORT,
            Scalar.INT,
            Scalar.LONG,
            Scalar.FLOAT,
            Scalar.DOUBLE,
            Scalar.CHAR,
            StringType.STRING,
            BigNumber.INTEGER,
            BigNumber.DECIMAL,
            BytesType.BYTES,
            Scalar.DATE,
            Scalar.SQL_DATE,
            Scalar.SQL_TIME,
            Scalar.SQL_TIMESTAMP,
            Scalar.INSTANT,
            Scalar.LOCAL_DATE,
            Scalar.LOCAL_TIME,
            Scalar.LOCAL_DATE_TIME)
        .forEach(type -> SCALARS.put(type.text(), type));
  }

  private static final List<String> COLLECTIONS = List.of("List<…>", "Set<…>", "Map<…, …>");

  private TypeText() {}

  /**
   * Returns the type that a text stands for.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ValueType parse(String text) {
    String type = text.strip();
    ValueType scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    int bracket = type.indexOf('<');
    if (bracket > 0 && type.endsWith(">")) {
      List<String> inner = parts(type.substring(bracket + 1, type.length() - 1));
      return collection(type, type.substring(0, bracket), inner);
    }
    throw new IllegalArgumentException(Unknown.message("type", type, known()));
  }

  /** Whether a text stands for a type. */
  public static boolean isType(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ValueType collection(String text, String name, List<String> parts) {
    List<ValueType> types = parts.stream().map(TypeText::parse).toList();
    if (name.equals("Map") && types.size() == 2) {
      return new MapType(types.get(0), types.get(1));
    }
    if (types.size() == 1 && name.equals("List")) {
      return SequenceType.list(types.get(0));
    }
    if (types.size() == 1 && name.equals("Set")) {
      return SequenceType.set(types.get(0));
    }
    throw new IllegalArgumentException(Unknown.message("type", text, known()));
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(SCALARS.keySet());
    known.addAll(COLLECTIONS);
    return known;
  }

  /** Splits at the commas that are in no brackets. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      depth += character == '<' ? 1 : character == '>' ? -1 : 0;
      if (character == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
