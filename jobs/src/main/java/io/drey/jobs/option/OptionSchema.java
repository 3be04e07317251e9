// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.option;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.drey.jobs.expression.ScriptConfig;
import io.drey.jobs.yaml.YamlMapping;
import io.drey.operators.event.FieldPath;
import io.drey.operators.event.KeyPaths;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of option records, in draft 7, which editors support best. */
public final class OptionSchema {
  /** A reference, which a pipeline file may have in place of any value that is not text. */
  private static final String REFERENCE = "\\$\\{(env|file|var):";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** One object: the generator leaves it out by identity where it is asked for its own way. */
  private static final CustomDefinitionProviderV2 DEFINITIONS = OptionSchema::definition;

  private OptionSchema() {}

  /** The schema of the YAML value that a record is bound from. */
  public static ObjectNode of(Class<? extends Record> options) {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
            .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(DEFINITIONS)
        .withPropertySorter(Comparator.comparingInt(OptionSchema::index));
    config
        .forFields()
        .withPropertyNameOverrideResolver(field -> field(field).key())
        .withDescriptionResolver(OptionSchema::doc)
        .withRequiredCheck(field -> field(field).mandatory())
        .withDefaultResolver(OptionSchema::byDefault);
    return new SchemaGenerator(config.build()).generateSchema(options);
  }

  /** Any scalar. */
  public static ObjectNode text() {
    return scalar(Objects.requireNonNull(ScalarType.find(String.class)));
  }

  /** The scalar form of a record: text, or also a number where it has one among its components. */
  private static ObjectNode textForm(Class<?> type) {
    ObjectNode text = JSON.objectNode();
    boolean hasNumber = OptionField.of(type).stream().anyMatch(field -> field.type() == Long.class);
    if (hasNumber) {
      text.putArray("type").add("string").add("integer");
      return text;
    }
    return text.put("type", "string");
  }

  private static int index(MemberScope<?, ?> member) {
    return OptionField.of(member.getDeclaringType().getErasedType()).indexOf(field(member));
  }

  private static OptionField field(MemberScope<?, ?> field) {
    return OptionField.of(field.getDeclaringType().getErasedType()).stream()
        .filter(option -> option.isNamed(field.getDeclaredName()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable String doc(FieldScope scope) {
    return scope.isFakeContainerItemScope() || field(scope).included() ? null : field(scope).doc();
  }

  private static @Nullable Object byDefault(FieldScope scope) {
    OptionField field = field(scope);
    if (field.byDefault().isEmpty() || !(field.type() instanceof Class<?> plain)) {
      return null;
    }
    ScalarType type = ScalarType.find(plain);
    return type == null || type.json().contains("string")
        ? field.byDefault()
        : RecordBinder.byDefault(field);
  }

  private static @Nullable CustomDefinition definition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> plain = type.getErasedType();
    ScalarType scalar = ScalarType.find(plain);
    if (scalar != null) {
      return new CustomDefinition(scalar(scalar));
    }
    if (plain == KeyPaths.class) {
      return new CustomDefinition(keyPaths());
    }
    if (plain == YamlMapping.class) {
      return new CustomDefinition(JSON.objectNode().put("type", "object"));
    }
    if (plain == ScriptConfig.class) {
      return new CustomDefinition(anyOf(JSON.objectNode().put("type", "object"), text()));
    }
    if (ScriptBinder.isScript(plain)) {
      return new CustomDefinition(anyOf(text(), of(ScriptFile.class)));
    }
    if (plain.isRecord() && OptionField.isWholeValue(plain)) {
      Type component = OptionField.of(plain).get(0).type();
      ObjectNode value = context.createDefinition(context.getTypeContext().resolve(component));
      List<String> words = OptionField.words(plain);
      if (OptionField.isListOrText(plain)) {
        return new CustomDefinition(anyOf(text(), value));
      }
      return new CustomDefinition(words.isEmpty() ? value : anyOf(words(words), value));
    }
    boolean hasTextForm = TextForm.find(plain) != null;
    if (!plain.isRecord()) {
      return hasTextForm ? new CustomDefinition(text()) : null;
    }
    ObjectNode mapping = context.createStandardDefinition(type, DEFINITIONS);
    include(OptionField.of(plain), mapping);
    mapping.put("type", "object").put("additionalProperties", false);
    return new CustomDefinition(hasTextForm ? anyOf(mapping, textForm(plain)) : mapping);
  }

  /** Replaces each included record by its properties; none of these is required. */
  private static void include(List<OptionField> fields, ObjectNode mapping) {
    if (fields.stream().noneMatch(OptionField::included)) {
      return;
    }
    ObjectNode properties = mapping.withObjectProperty("properties");
    ObjectNode all = JSON.objectNode();
    for (OptionField field : fields) {
      if (field.included()) {
        all.setAll(
            of(((Class<?>) field.type()).asSubclass(Record.class))
                .withObjectProperty("properties"));
      } else {
        all.set(field.key(), properties.get(field.key()));
      }
    }
    mapping.set("properties", all);
  }

  private static ObjectNode keyPaths() {
    ScalarType field = Objects.requireNonNull(ScalarType.find(FieldPath.class));
    ObjectNode list = JSON.objectNode().put("type", "array").put("minItems", 1);
    list.set("items", scalar(field));
    return anyOf(scalar(field), list);
  }

  private static ObjectNode scalar(ScalarType type) {
    List<String> json = type.json();
    ObjectNode plain = JSON.objectNode();
    if (json.size() == 1) {
      plain.put("type", json.get(0));
    } else {
      json.forEach(plain.putArray("type")::add);
    }
    if (type.pattern() != null) {
      plain.put("pattern", type.pattern());
    }
    if (!type.words().isEmpty()) {
      type.words().forEach(plain.putArray("enum")::add);
    }
    boolean takesAnyText = json.contains("string") && plain.size() == 1;
    return takesAnyText ? plain : anyOf(plain, reference());
  }

  private static ObjectNode words(List<String> words) {
    ObjectNode one = JSON.objectNode();
    words.forEach(one.putArray("enum")::add);
    return anyOf(one, reference());
  }

  private static ObjectNode reference() {
    return JSON.objectNode().put("type", "string").put("pattern", REFERENCE);
  }

  private static ObjectNode anyOf(ObjectNode first, ObjectNode second) {
    ArrayNode choices = JSON.arrayNode().add(first).add(second);
    ObjectNode any = JSON.objectNode();
    any.set("anyOf", choices);
    return any;
  }
}
