// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import io.drey.operators.sameness.Timed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Correlate as one would write it over a list: nothing ever leaves for its age, since times alone
 * say what pairs; what is left at the end timed out.
 */
final class SequentialCorrelate {
  private static final class Held {
    final List<Timed<String>> requests = new ArrayList<>();
    final List<Timed<String>> responses = new ArrayList<>();
  }

  private final TestingExchange exchange = new TestingExchange();
  private final CorrelateOptions options;
  private final long timeout;
  private final long skew;
  private final Map<String, Held> keys = new HashMap<>();
  private final Set<Timed<String>> answered = new HashSet<>();
  private final List<String> out = new ArrayList<>();

  SequentialCorrelate(CorrelateOptions options) {
    this.options = options;
    this.timeout = options.timeout().toMillis();
    this.skew = options.skew().toMillis();
  }

  List<String> run(List<Timed<String>> input) {
    for (Timed<String> event : input) {
      Held held = keys.computeIfAbsent(TestingExchange.key(event.value()), key -> new Held());
      switch (exchange.roleOf(event.value())) {
        case REQUEST -> request(event, held);
        case RESPONSE -> response(event, held);
        case OTHER -> emit("other", event.value(), event.time());
      }
    }
    keys.values().forEach(this::end);
    return out;
  }

  private void response(Timed<String> response, Held held) {
    Optional<Timed<String>> first =
        held.requests.stream().filter(request -> matches(request, response)).findFirst();
    if (first.isEmpty()) {
      held.responses.add(response);
      return;
    }
    pair(first.get(), response, response.time());
    if (options.responses() == Responses.ONE) {
      held.requests.remove(first.get());
    }
  }

  private void request(Timed<String> request, Held held) {
    List<Timed<String>> found =
        new ArrayList<>(held.responses.stream().filter(each -> matches(request, each)).toList());
    if (options.responses() == Responses.ONE && !found.isEmpty()) {
      found = found.subList(0, 1);
    }
    found.forEach(response -> pair(request, response, request.time()));
    held.responses.removeAll(found);
    boolean stays = found.isEmpty() ? admits(request, held) : options.responses() == Responses.MANY;
    if (stays) {
      held.requests.add(request);
    }
  }

  private boolean admits(Timed<String> request, Held held) {
    List<Timed<String>> pending =
        held.requests.stream().filter(each -> request.time() - each.time() <= timeout).toList();
    if (pending.isEmpty() || options.repeatRequest() == RepeatRequest.QUEUE) {
      return true;
    }
    if (options.repeatRequest() == RepeatRequest.KEEP) {
      emit("unmatched", request.value() + " repeated", request.time());
      return false;
    }
    for (Timed<String> replaced : pending) {
      held.requests.remove(replaced);
      if (!answered.contains(replaced)) {
        emit("unmatched", replaced.value() + " replaced", request.time());
      }
    }
    return true;
  }

  private boolean matches(Timed<String> request, Timed<String> response) {
    long apart = response.time() - request.time();
    return -skew <= apart && apart <= timeout;
  }

  private void pair(Timed<String> request, Timed<String> response, long time) {
    answered.add(request);
    long duration = response.time() - request.time();
    emit("main", request.value() + " " + response.value() + " " + duration, time);
  }

  private void end(Held held) {
    for (Timed<String> request : held.requests) {
      if (!answered.contains(request)) {
        emit("unmatched", request.value() + " timeout", request.time() + timeout);
      }
    }
    for (Timed<String> response : held.responses) {
      emit("unmatched", response.value() + " no_request", response.time() + skew);
    }
  }

  private void emit(String output, String value, long time) {
    out.add(output + " " + value + " @ " + time);
  }
}
