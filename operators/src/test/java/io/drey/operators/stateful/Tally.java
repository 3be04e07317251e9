// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.rule.InvalidEventException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of a key and remembers their kinds. Events are {@code key kind}; {@code bad} is
 * refused half way, {@code end} ends the state.
 */
final class Tally implements StatefulFunction<String, String, Tally.Seen, String> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<String> NEW = new OutputTag<>("new", Types.STRING);

  /** What is remembered of a key. */
  public static final class Seen {
    public int count;
    public Set<String> kinds = new HashSet<>();
    public Map<String, List<Long>> times = new HashMap<>();
  }

  @Override
  public @Nullable Seen onEvent(String event, Seen seen, Context<String, String> ctx) {
    String kind = event.substring(2);
    seen.count++;
    ctx.emit(ctx.key() + seen.count + "/" + seen.kinds.size());
    if (seen.kinds.add(kind)) {
      ctx.output(NEW, event);
    }
    if (kind.equals("bad")) {
      throw new InvalidEventException("Invalid kind: bad");
    }
    return kind.equals("end") ? null : seen;
  }

  @Override
  public List<OutputTag<?>> outputs() {
    return List.of(NEW);
  }
}
