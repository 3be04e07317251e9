// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.internal.StateForm;
import io.drey.operators.kv.command.CommandForm;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/** The form in state of commands and markers that wait in the sorter. */
record RoutedForm<I>(CommandForm<I> commands, StateForm<I> form)
    implements StateForm<Tuple2<Long, I>> {
  @Override
  public TypeInformation<Tuple2<Long, I>> stateType() {
    return Types.TUPLE(Types.LONG, form.stateType());
  }

  @Override
  public Tuple2<Long, I> slim(Tuple2<Long, I> routed) {
    return Tuple2.of(routed.f0, form.slim(routed.f1));
  }

  /** The key of its state is that of its key group, not its own. */
  @Override
  public Tuple2<Long, I> revive(Tuple2<Long, I> stored, Object key) {
    return Routes.isMarker(stored) ? stored : Tuple2.of(stored.f0, commands.keyed(stored.f1));
  }
}
