// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.inspect;

import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.operator.CoordinatorState;
import io.drey.state.snapshot.operator.OperatorState;
import org.jspecify.annotations.Nullable;

/**
 * The kind and types of a state.
 *
 * @param kind such as {@code value}, {@code map}, {@code timers}, {@code operator list}, {@code
 *     coordinator}
 * @param keyType null for operator and broadcast state
 * @param namespaceType null if the state has none
 * @param hasTtl whether the state has a TTL
 * @param serializer the class of the serializer of the values
 */
public record StateReport(
    String name,
    String kind,
    @Nullable String keyType,
    @Nullable String namespaceType,
    String valueType,
    boolean hasTtl,
    String serializer) {
  /** The kind of a state of timers. */
  public static final String TIMERS = KeyedStateType.TIMERS.toString();

  private static final String BROADCAST = "broadcast";
  private static final String COORDINATOR = "coordinator";

  public static StateReport of(KeyedState state) {
    return new StateReport(
        state.name(),
        state.kind().toString(),
        state.key().text(),
        state.namespace().isNothing() ? null : state.namespace().text(),
        state.valueText(),
        state.hasTtl(),
        state.serializer());
  }

  public static StateReport of(OperatorState state) {
    String kind = state.isBroadcast() ? BROADCAST : "operator list";
    return new StateReport(
        state.name(), kind, null, null, state.valueText(), false, state.serializer());
  }

  /** Returns what is known of the state of any coordinator. */
  static StateReport ofCoordinator() {
    return new StateReport(
        CoordinatorState.NAME,
        COORDINATOR,
        null,
        null,
        CoordinatorState.TYPE.text(),
        false,
        "OperatorCoordinator");
  }

  public boolean isCoordinator() {
    return kind.equals(COORDINATOR);
  }

  public boolean isTimers() {
    return kind.equals(TIMERS);
  }

  /** Whether its entries have map keys. */
  public boolean isMap() {
    return kind.equals(KeyedStateType.MAP.toString()) || kind.equals(BROADCAST);
  }
}
