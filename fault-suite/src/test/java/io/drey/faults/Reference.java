// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the pipeline must emit, computed one event after the other without it. */
final class Reference {
  /**
   * A call and its number among those of its user, as they arrived.
   *
   * @param call the call
   * @param number from 1
   */
  private record Numbered(Call call, int number) {
    String event() {
      return call.fields() + ",\"number\":" + number;
    }
  }

  private final Outputs outputs = new Outputs();
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, Call> pending = new HashMap<>();
  private final Map<String, ReferenceVisits> visits = new HashMap<>();

  private Reference() {}

  static Outputs of(Traffic traffic) {
    Reference reference = new Reference();
    inOrder(traffic).forEach(reference::deduplicate);
    reference.end();
    return reference.outputs;
  }

  private static List<Numbered> inOrder(Traffic traffic) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Numbered> calls = new ArrayList<>(traffic.size());
    traffic.forEach(
        call -> calls.add(new Numbered(call, numbers.merge(call.user(), 1, Integer::sum))));
    calls.sort(Comparator.comparing(numbered -> numbered.call().at()));
    return calls;
  }

  private void deduplicate(Numbered numbered) {
    Call call = numbered.call();
    String key = exchange(call) + " " + call.kind();
    Long first = seen.get(key);
    if (first != null && call.at() - first < PipelineFile.REMEMBERED.toMillis()) {
      outputs.add(Output.DUPLICATES, key, numbered.event() + "}");
      return;
    }
    seen.put(key, call.at());
    correlate(numbered);
  }

  private void correlate(Numbered numbered) {
    Call call = numbered.call();
    if (call.kind().equals(Call.ASK)) {
      pending.put(exchange(call), call);
      return;
    }
    Call ask = pending.remove(exchange(call));
    if (ask == null) {
      unanswered(numbered);
    } else if (call.at() - ask.at() > PipelineFile.TIMEOUT.toMillis()) {
      unmatched(ask);
      unanswered(numbered);
    } else {
      pair(numbered, ask);
    }
  }

  private void unanswered(Numbered answer) {
    String event = answer.event() + ",\"unmatched_reason\":\"no_request\"}";
    outputs.add(Output.UNMATCHED, exchange(answer.call()), event);
  }

  private void unmatched(Call ask) {
    String event =
        "{\"user\":\"%s\",\"request\":\"%s\",\"at\":\"%s\",\"path\":\"%s\",\"unmatched_reason\":\"timeout\"}"
            .formatted(ask.userName(), ask.request(), Call.instant(ask.at()), ask.path());
    outputs.add(Output.UNMATCHED, exchange(ask), event);
  }

  private void pair(Numbered answer, Call ask) {
    long duration = answer.call().at() - ask.at();
    String event =
        "%s,\"path\":\"%s\",\"duration_ms\":%d}".formatted(answer.event(), ask.path(), duration);
    outputs.add(Output.PAIRS, exchange(ask), event);
    visits
        .computeIfAbsent(ask.userName(), user -> new ReferenceVisits(user, outputs))
        .add(answer.call().at(), ask.request(), duration);
  }

  private void end() {
    pending.values().forEach(this::unmatched);
    visits.values().forEach(ReferenceVisits::close);
  }

  private static String exchange(Call call) {
    return call.userName() + " " + call.request();
  }
}
