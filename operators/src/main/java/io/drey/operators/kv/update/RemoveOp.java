// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes a field. */
record RemoveOp(OpPath path) implements Op {
  @Override
  public String type() {
    return "remove";
  }

  @Override
  public void applyTo(Draft draft) throws OpFailedException {
    if (path.isRoot()) {
      draft.put(path, NullNode.getInstance());
    } else if (isFound(draft.value())) {
      removeFrom(draft);
    }
  }

  /** Whether the field exists, with objects along its path. */
  private boolean isFound(@Nullable JsonNode value) throws OpFailedException {
    JsonNode at = value;
    List<String> names = path.names();
    for (int i = 0; i < names.size() && at != null; i++) {
      if (!at.isObject()) {
        throw Draft.notObject(this, path.start(i), at);
      }
      at = at.get(names.get(i));
    }
    return at != null;
  }

  private void removeFrom(Draft draft) {
    int last = path.names().size() - 1;
    OpPath holder = path.start(last);
    ObjectNode rest = Draft.copyOf(draft.find(holder));
    rest.remove(path.names().get(last));
    draft.put(holder, rest);
  }
}
