// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import com.fasterxml.jackson.databind.JsonNode;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.JsonTrees;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import io.drey.operators.kv.update.Update;
import io.drey.operators.kv.update.Updated;
import org.jspecify.annotations.Nullable;

/** Applies the update of a command to the text of a value. */
final class Updates {
  private Updates() {}

  /**
   * Reads the ops of a command.
   *
   * @throws RefusedException if they are malformed
   */
  static Update read(Command command) throws RefusedException {
    if (command.ops() == null) {
      throw new RefusedException(Refusal.BAD_OPS, "Missing ops");
    }
    try {
      return Update.of(JsonTrees.read(command.ops()), command.atomic());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.BAD_OPS, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Applies ops.
   *
   * @param value null if there is none
   * @throws RefusedException if the value cannot be read as a tree
   */
  static Updated apply(Update update, @Nullable String value) throws RefusedException {
    return update.apply(value == null ? null : tree(value));
  }

  private static JsonNode tree(String value) throws RefusedException {
    try {
      return JsonTrees.read(value);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.VALUE_TOO_LARGE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes an updated value.
   *
   * @throws RefusedException if it is nested too deeply
   */
  static String write(JsonNode value) throws RefusedException {
    try {
      return JsonTrees.write(value);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Refusal.VALUE_TOO_LARGE, String.valueOf(e.getMessage()));
    }
  }
}
