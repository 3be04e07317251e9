// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.type.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.serializer.SnapshotBody;
import io.drey.state.snapshot.type.BytesType;
import io.drey.state.snapshot.type.ClassName;
import io.drey.state.snapshot.type.EnumType;
import io.drey.state.snapshot.type.Field;
import io.drey.state.snapshot.type.FieldsType;
import io.drey.state.snapshot.type.Scalar;
import io.drey.state.snapshot.type.StringType;
import io.drey.state.snapshot.type.ValueType;
import io.drey.state.snapshot.type.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts Avro schemas to types. Flink does not use Avro's binary encoding: it writes numbers with
 * all of their bytes.
 */
public final class AvroSchemas {
  /** Made with the first schema: few snapshots have one. */
  private static final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
  }

  private final ByteReader in;
  private final String whole;
  private final Map<String, AvroNamedType> named = new HashMap<>();

  private AvroSchemas(ByteReader in, String whole) {
    this.in = in;
    this.whole = whole;
  }

  /** Returns the snapshots of Avro's serializers. */
  public static Map<String, Function<SnapshotBody, ValueType>> snapshots() {
    return Map.of(
        "org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot", AvroSchemas::read);
  }

  /** Reads a snapshot: the class of the values, except in the oldest version, and their schema. */
  private static ValueType read(SnapshotBody body) {
    ByteReader in = body.in();
    if (body.version() == 1) {
      return of(in.readUtf(), in);
    }
    if (body.version() == 2) {
      in.readUtf();
      return of(in.readUtf(), in);
    }
    in.expectVersion(body.version(), 3, body.className());
    StringType.STRING.skip(in);
    return of(StringType.STRING.readText(in), in);
  }

  /** Returns the type of a schema, which has just been read. */
  private static ValueType of(String schema, ByteReader in) {
    try {
      return new AvroSchemas(in, schema).type(Json.MAPPER.readTree(schema), "");
    } catch (JsonProcessingException e) {
      throw in.malformed("a schema is not valid JSON");
    }
  }

  private ValueType type(@Nullable JsonNode schema, String namespace) {
    if (schema == null) {
      throw in.malformed("a schema lacks a type");
    }
    if (schema.isTextual()) {
      return primitive(schema.asText(), namespace);
    }
    if (schema.isArray()) {
      List<ValueType> branches = new ArrayList<>();
      schema.forEach(branch -> branches.add(type(branch, namespace)));
      return new AvroUnion(List.copyOf(branches));
    }
    ValueType logical = AvroLogicalTypes.of(schema);
    return logical == null ? composed(schema, namespace) : logical;
  }

  private ValueType primitive(String name, String namespace) {
    return switch (name) {
      case "null" -> Scalar.NULL_VALUE;
      case "boolean" -> Scalar.BOOLEAN;
      case "int" -> Scalar.INT;
      case "long" -> Scalar.LONG;
      case "float" -> Scalar.FLOAT;
      case "double" -> Scalar.DOUBLE;
      case "bytes" -> BytesType.BYTES;
      case "string" -> SqlText.STRING;
      default -> reference(name, namespace);
    };
  }

  private ValueType reference(String name, String namespace) {
    AvroNamedType type = named.get(fullName(name, namespace));
    if (type == null) {
      throw in.malformed("unknown type in a schema: '" + name + "'");
    }
    return type;
  }

  private ValueType composed(JsonNode schema, String namespace) {
    String type = schema.path("type").asText();
    return switch (type) {
      case "array" -> new AvroArray(type(schema.get("items"), namespace));
      case "map" -> new AvroMap(type(schema.get("values"), namespace));
      case "record", "error", "enum", "fixed" -> named(type, schema, namespace);
      default -> type(schema.get("type"), namespace);
    };
  }

  private ValueType named(String type, JsonNode schema, String outer) {
    String name = fullName(schema.path("name").asText(), schema.path("namespace").asText(outer));
    AvroNamedType reference = new AvroNamedType(ClassName.simple(name), whole);
    named.put(name, reference);
    String namespace = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    ValueType defined =
        switch (type) {
          case "enum" -> new EnumType(ClassName.simple(name), symbols(schema));
          case "fixed" -> new AvroFixed(schema.path("size").asInt());
          default -> record(ClassName.simple(name), schema, namespace);
        };
    reference.define(defined);
    return reference;
  }

  private ValueType record(String name, JsonNode schema, String namespace) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode field : schema.path("fields")) {
      fields.add(Field.of(field.path("name").asText(), type(field.get("type"), namespace)));
    }
    String text =
        fields.stream().map(Field::toString).collect(Collectors.joining(", ", name + "{", "}"));
    return new FieldsType(text, List.copyOf(fields));
  }

  private static List<String> symbols(JsonNode schema) {
    List<String> symbols = new ArrayList<>();
    schema.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
    return List.copyOf(symbols);
  }

  private static String fullName(String name, String namespace) {
    return name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name;
  }
}
