// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.step.kv;

import io.drey.jobs.step.KeyedWiring;
import io.drey.jobs.step.Order;
import io.drey.jobs.step.StateContract;
import io.drey.operators.event.Event;
import io.drey.operators.event.EventTypeInfo;
import io.drey.operators.kv.KvState;
import io.drey.operators.kv.Link;
import io.drey.operators.kv.RecencyEnds;
import io.drey.operators.kv.StoredValue;
import io.drey.operators.order.OrderByTimeState;
import io.drey.operators.rule.Uids;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/** The state of the operators of a store. */
final class KvContracts {
  private KvContracts() {}

  static List<StateContract> of(KvStep step, String id) {
    Uids uids = new Uids(id);
    List<StateContract> states = new ArrayList<>();
    if (step.order() == Order.EVENT_TIME) {
      TypeInformation<Tuple2<Long, Event>> routed = Types.TUPLE(Types.LONG, EventTypeInfo.STATE);
      states.add(
          StateContract.of(
              uids.order(),
              OrderByTimeState.buffered(routed),
              Types.LIST(routed),
              "freed by the watermark"));
    }
    String bound =
        step.ttl() == null
            ? "freed by delete and clear, or after the ttl of its command"
            : "freed by delete and clear, or after its ttl";
    states.add(StateContract.of(id, KvState.entries(), StoredValue.TYPE, bound));
    states.add(StateContract.of(id, KvState.size(), Types.LONG, "freed with the last entry"));
    if (step.maxKeys() != null) {
      states.add(StateContract.of(id, KvState.recencyLinks(), Link.TYPE, "freed with its entry"));
      states.add(
          StateContract.of(
              id, KvState.recencyEnds(), RecencyEnds.TYPE, "freed with the last entry"));
      states.addAll(KeyedWiring.recency(id));
    }
    String listing = "freed with the answer to list_groups";
    String groups = uids.groups();
    states.add(StateContract.of(groups, KvState.groupScopes(), Types.STRING, listing));
    states.add(StateContract.of(groups, KvState.groupCount(), Types.INT, listing));
    states.add(StateContract.of(groups, KvState.lateMarker(), Types.BOOLEAN, listing));
    return states;
  }
}
