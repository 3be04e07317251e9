// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.yaml.Unknown;
import io.drey.operators.event.Event;
import io.drey.operators.event.FieldNames;
import io.drey.operators.event.FieldPath;
import io.drey.operators.kv.command.Operation;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.RefusedException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The fields that a command of each operation may have, so that a misspelt one is not skipped. */
final class KnownFields implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<Operation, FieldNames> byOperation = new EnumMap<>(Operation.class);

  /**
   * @param ignored the fields that a command may have besides its own; of a nested one, also the
   *     object around it
   */
  KnownFields(List<FieldPath> ignored) {
    for (Operation operation : Operation.values()) {
      List<String> names = new ArrayList<>(own(operation));
      for (FieldPath path : ignored) {
        names.add(path.text());
        names.add(path.segments().get(0));
      }
      byOperation.put(operation, new FieldNames(names.stream().distinct().toList()));
    }
  }

  private static List<String> own(Operation operation) {
    return switch (operation) {
      case SET -> List.of("op", "scope", "key", "value", "ttl", "id", "data");
      case GET, DELETE -> List.of("op", "scope", "key", "id");
      case UPDATE -> List.of("op", "scope", "key", "ops", "ttl", "id", "atomic");
      case LIST -> List.of("op", "scope", "id", "prefix", "start", "end", "limit");
      case LIST_GROUPS -> List.of("op", "id");
      case CLEAR -> List.of("op", "scope", "id");
    };
  }

  boolean haveAll(Event command, Operation operation) {
    return of(operation).firstOther(command) == null;
  }

  void check(Event command, Operation operation) throws RefusedException {
    FieldNames known = of(operation);
    String other = known.firstOther(command);
    if (other != null) {
      throw new RefusedException(
          Refusal.UNKNOWN_FIELD, Unknown.message("field", other, known.texts()));
    }
  }

  private FieldNames of(Operation operation) {
    FieldNames known = byOperation.get(operation);
    if (known == null) {
      throw new IllegalStateException("No fields of " + operation);
    }
    return known;
  }
}
