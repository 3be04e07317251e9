// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An update with what must come of it, from a line of {@code cases.jsonl} or {@code
 * known-cases.jsonl}.
 *
 * @param old null where the entry is missing
 * @param earlier ops of updates that came before
 * @param command with the ops
 * @param after null where the entry must still be missing
 */
record UpdateCase(
    String name,
    @Nullable JsonNode old,
    List<JsonNode> earlier,
    JsonNode command,
    @Nullable JsonNode after,
    JsonNode errors) {
  static UpdateCase of(JsonNode line) {
    List<JsonNode> earlier = new ArrayList<>();
    line.path("earlier").forEach(earlier::add);
    return new UpdateCase(
        line.get("case").textValue(),
        line.get("old"),
        earlier,
        line,
        line.get("new"),
        line.get("errors"));
  }

  /** Runs it, and holds that it leaves alone what it was given. */
  Updated run() {
    JsonNode value = old;
    for (JsonNode ops : earlier) {
      value = Update.of(ops, false).apply(value).after();
    }
    String valueBefore = String.valueOf(value);
    String commandBefore = command.toString();

    Updated updated =
        Update.of(command.path("ops"), command.path("atomic").asBoolean()).apply(value);

    assertThat(String.valueOf(value)).isEqualTo(valueBefore);
    assertThat(command.toString()).isEqualTo(commandBefore);
    assertThat(updated.before()).isSameAs(value);
    return updated;
  }

  List<OpError> expectedErrors() {
    List<OpError> expected = new ArrayList<>();
    for (JsonNode error : errors) {
      expected.add(
          new OpError(
              error.get("op_index").intValue(),
              error.get("code").textValue(),
              error.get("message").textValue()));
    }
    return expected;
  }

  List<String> expectedCodes() {
    List<String> expected = new ArrayList<>();
    for (JsonNode error : errors) {
      expected.add(error.get("op_index").intValue() + " " + error.get("code").textValue());
    }
    return expected;
  }

  static List<String> codes(Updated updated) {
    return updated.errors().stream().map(error -> error.opIndex() + " " + error.code()).toList();
  }

  /** As test reports show it. */
  @Override
  public String toString() {
    return name;
  }
}
