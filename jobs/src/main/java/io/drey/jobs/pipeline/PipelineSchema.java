// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drey.jobs.option.OptionSchema;
import java.util.Map;

/** The JSON Schema of pipeline files: the option records and what surrounds them. */
public final class PipelineSchema {
  private static final String KEBAB = "^[a-z0-9]+(-[a-z0-9]+)*$";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PipelineSchema() {}

  /** The schema as indented text. */
  public static String text() {
    try {
      String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root());
      return json.replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Failed to write the schema", e);
    }
  }

  private static ObjectNode root() {
    ObjectNode root = mapping();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("title", "A pipeline of Drey");
    root.putArray("required").add("version").add("sources").add("sinks");
    ObjectNode properties = root.putObject("properties");
    properties.set("version", JSON.objectNode().put("const", 1));
    properties.set("name", OptionSchema.text());
    properties.set("sources", byId(ends(SourceKinds.all(), JSON.objectNode())));
    ObjectNode steps = properties.putObject("steps").put("type", "array");
    steps.set("items", step());
    ObjectNode from = JSON.objectNode();
    from.set("from", from());
    properties.set("sinks", byId(ends(SinkKinds.all(), from)));
    properties.set("settings", OptionSchema.of(Settings.class));
    return root;
  }

  private static ObjectNode byId(ObjectNode end) {
    ObjectNode ends = mapping().put("minProperties", 1);
    ends.putObject("patternProperties").set(KEBAB, end);
    return ends;
  }

  /** One branch per type, so that an editor reports problems of the given type only. */
  private static ObjectNode ends(
      Map<String, Class<? extends Record>> types, ObjectNode outerProperties) {
    ObjectNode end = JSON.objectNode().put("type", "object");
    end.putArray("required").add("type");
    ArrayNode names = end.putObject("properties").putObject("type").putArray("enum");
    types.keySet().forEach(names::add);
    ArrayNode branches = end.putArray("allOf");
    types.forEach((name, options) -> branches.add(branch(name, options, outerProperties)));
    return end;
  }

  private static ObjectNode branch(
      String name, Class<? extends Record> options, ObjectNode outerProperties) {
    ObjectNode type = JSON.objectNode().put("const", name);
    ObjectNode branch = JSON.objectNode();
    branch.putObject("if").putObject("properties").set("type", type);
    ObjectNode then = OptionSchema.of(options);
    then.withObjectProperty("properties").set("type", type);
    then.withObjectProperty("properties").setAll(outerProperties.deepCopy());
    branch.set("then", then);
    return branch;
  }

  private static ObjectNode step() {
    ObjectNode step = mapping();
    step.putArray("required").add("id");
    ObjectNode properties = step.putObject("properties");
    properties.set("id", JSON.objectNode().put("type", "string").put("pattern", KEBAB));
    properties.set("from", from());
    ArrayNode operators = step.putArray("oneOf");
    StepKinds.all()
        .forEach(
            (operator, options) -> {
              properties.set(operator, OptionSchema.of(options));
              operators.addObject().putArray("required").add(operator);
            });
    return step;
  }

  private static ObjectNode from() {
    ObjectNode one = JSON.objectNode().put("type", "string");
    ObjectNode list =
        JSON.objectNode().put("type", "array").put("minItems", 1).put("uniqueItems", true);
    list.set("items", one);
    ObjectNode from = JSON.objectNode();
    from.putArray("anyOf").add(one.deepCopy()).add(list);
    return from;
  }

  private static ObjectNode mapping() {
    return JSON.objectNode().put("type", "object").put("additionalProperties", false);
  }
}
