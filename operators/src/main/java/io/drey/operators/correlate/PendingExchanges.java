// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The pending events of a key, each list in order of arrival. Mutable.
 *
 * @param requests the pending requests
 * @param responses the responses that wait for their request
 */
public record PendingExchanges<T>(List<PendingEvent<T>> requests, List<PendingEvent<T>> responses) {
  /** The type for state with events of a type. */
  public static <T> TypeInformation<PendingExchanges<T>> type(TypeInformation<T> event) {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal has no type argument
    Class<PendingExchanges<T>> pending = (Class) PendingExchanges.class;
    TypeInformation<List<PendingEvent<T>>> events = Types.LIST(PendingEvent.type(event));
    return Types.POJO(pending, Map.of("requests", events, "responses", events));
  }

  static <T> PendingExchanges<T> nothing() {
    return new PendingExchanges<>(new ArrayList<>(1), new ArrayList<>(0));
  }

  boolean isEmpty() {
    return requests.isEmpty() && responses.isEmpty();
  }

  /** The index of the request that a response pairs with, the first to arrive, or -1. */
  int requestFor(long response, MatchWindow window) {
    for (int i = 0; i < requests.size(); i++) {
      if (window.matches(requests.get(i).at(), response)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the first waiting response, from {@code begin} on, for a request, or -1. */
  int responseFor(long request, int begin, MatchWindow window) {
    for (int i = begin; i < responses.size(); i++) {
      if (window.matches(request, responses.get(i).at())) {
        return i;
      }
    }
    return -1;
  }

  /** Removes that many of the responses that wait for a request, in order of arrival. */
  void takeResponses(long request, int count, MatchWindow window) {
    for (int i = 0; i < count; i++) {
      responses.remove(responseFor(request, 0, window));
    }
  }

  void markAnswered(int request) {
    PendingEvent<T> pending = requests.get(request);
    requests.set(request, new PendingEvent<>(pending.at(), true, pending.event()));
  }

  /** The index of the first pending request that a new one repeats, or -1. */
  int repeatedBy(long request, MatchWindow window) {
    for (int i = 0; i < requests.size(); i++) {
      if (window.isRepeat(request, requests.get(i).at())) {
        return i;
      }
    }
    return -1;
  }

  /** The earliest deadline; {@link Long#MAX_VALUE} if nothing is pending. */
  long deadline(MatchWindow window) {
    return Math.min(
        window.endOfRequest(earliest(requests)), window.endOfResponse(earliest(responses)));
  }

  private static <T> long earliest(List<PendingEvent<T>> events) {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < events.size(); i++) {
      earliest = Math.min(earliest, events.get(i).at());
    }
    return earliest;
  }
}
