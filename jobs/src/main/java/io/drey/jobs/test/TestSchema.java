// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON Schema of files with tests; the names of outputs are those of the pipeline. */
public final class TestSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TestSchema() {}

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
    root.put("title", "Tests of a pipeline of Drey");
    root.putArray("required").add("tests");
    ObjectNode properties = root.putObject("properties");
    properties.set(
        "pipeline",
        text("the pipeline; if left out, the file of this name without .test beside it"));
    ObjectNode tests = list(test());
    tests.put("minItems", 1);
    properties.set("tests", tests);
    return root;
  }

  private static ObjectNode test() {
    ObjectNode test = mapping();
    test.putArray("required").add("name").add("given").add("expect");
    ObjectNode properties = test.putObject("properties");
    properties.set("name", text("what the test shows; unique in the file"));
    properties.set("given", given());
    properties.set("expect", expect());
    ObjectNode number = JSON.objectNode().put("type", "integer").put("minimum", 1);
    ObjectNode numbers = list(number.deepCopy()).put("minItems", 1);
    properties.set(
        "parallelism", anyOf("at which parallelism the test runs: 1 if left out", number, numbers));
    return test;
  }

  private static ObjectNode given() {
    ObjectNode bySource = JSON.objectNode().put("type", "object");
    bySource.set("additionalProperties", list(input()));
    return anyOf(
        "events, and what happens between them: advance-to, advance-by, restore: true, end: true;"
            + " or the inputs of each source",
        list(input()),
        bySource);
  }

  /** An event may have any field. */
  private static ObjectNode input() {
    ObjectNode input = JSON.objectNode();
    input.putArray("type").add("object").add("string").add("number").add("boolean");
    return input;
  }

  private static ObjectNode expect() {
    ObjectNode records = list(JSON.objectNode().put("type", "object"));
    ObjectNode exactly = mapping();
    exactly.putArray("required").add("exactly");
    exactly.putObject("properties").set("exactly", records.deepCopy());
    ObjectNode count = JSON.objectNode().put("type", "integer").put("minimum", 0);
    ObjectNode expect = JSON.objectNode().put("type", "object").put("minProperties", 1);
    expect.put("description", "what comes from each output, and the state of steps at the end");
    expect.putObject("properties").set("state", state());
    expect.set(
        "additionalProperties",
        anyOf(
            "records in their order with some of their fields, whole records, or their number",
            records,
            exactly,
            count));
    return expect;
  }

  private static ObjectNode state() {
    ObjectNode step = mapping();
    step.putObject("properties")
        .putObject("keys")
        .put("type", "integer")
        .put("minimum", 0)
        .put("description", "how many keys have state");
    ObjectNode state = JSON.objectNode().put("type", "object");
    state.set("additionalProperties", step);
    return state;
  }

  private static ObjectNode text(String description) {
    return JSON.objectNode().put("type", "string").put("description", description);
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  private static ObjectNode anyOf(String description, ObjectNode... branches) {
    ObjectNode any = JSON.objectNode().put("description", description);
    for (ObjectNode branch : branches) {
      any.withArray("anyOf").add(branch);
    }
    return any;
  }

  private static ObjectNode mapping() {
    return JSON.objectNode().put("type", "object").put("additionalProperties", false);
  }
}
